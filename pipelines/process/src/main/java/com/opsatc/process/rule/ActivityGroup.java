package com.opsatc.process.rule;

import com.opsatc.process.eventlog.LogCodes;
import com.opsatc.process.eventlog.LogCodes.ActivityClass;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Activities that are declared by name, in the codes of a log.
 *
 * @param codes of activities with their transitions: a name stands for all its transitions, {@code name+transition} for one
 * @param unseen names of which the log has no event
 */
record ActivityGroup(BitSet codes, List<String> unseen) {
    static ActivityGroup of(List<String> names, LogCodes log) {
        BitSet codes = new BitSet();
        List<String> unseen = new ArrayList<>();
        for (String name : names) {
            boolean seen = false;
            for (int code = 0; code < log.classes().size(); code++) {
                ActivityClass known = log.classes().get(code);
                if (known.activity().equals(name) || known.label().equals(name)) {
                    codes.set(code);
                    seen = true;
                }
            }
            if (!seen) {
                unseen.add(name);
            }
        }
        return new ActivityGroup(codes, unseen);
    }
}
