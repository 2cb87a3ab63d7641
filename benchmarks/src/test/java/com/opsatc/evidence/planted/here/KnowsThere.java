package com.opsatc.evidence.planted.here;

import com.opsatc.evidence.planted.there.KnowsHere;

/** Half of a cycle of packages. */
public class KnowsThere {
    KnowsHere known;
}
