package com.opsatc.process.context;

import com.opsatc.contract.figure.Window;
import java.util.ArrayList;
import java.util.List;

/** What must be said with a block's figures before anything that is special to it: the dates, and which files are missing. */
final class Caveats {
    private Caveats() {}

    /** @param refused how many files of the process were refused whole */
    static List<String> of(Window window, long refused) {
        List<String> caveats = new ArrayList<>();
        caveats.add("It covers " + window.from() + " to " + window.to() + " in the zone " + window.zone() + ".");
        if (refused > 0) {
            caveats.add("It knows nothing of what stands in files that were refused whole, of which there are "
                    + refused + ".");
        }

        return caveats;
    }
}
