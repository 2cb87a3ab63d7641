package com.opsatc.kernel.measure.rule;

import java.io.Serializable;

/**
 * What must hold of a case.
 *
 * <p>A rule is <em>activated</em> by what it speaks of: each submitted application, of the rule that submitted applications are
 * decided. Each activation is kept, broken, pending (the case is open and nothing is late), or undecided (of two events of a day one has
 * no time, so that it is not known which came first). A case without an activation says nothing of the rule.
 */
public sealed interface CaseRule extends Serializable
        permits ChainResponse, NotTogether, Occurrence, Precedence, Response {
    /** Tells the tally of every activation in a case, in one walk over its events. */
    void judge(OneCase one, RuleTally tally);
}
