package com.opsatc.evidence.planted.there;

import com.opsatc.evidence.planted.here.KnowsThere;

/** The other half of a cycle of packages. */
public class KnowsHere {
    KnowsThere known;
}
