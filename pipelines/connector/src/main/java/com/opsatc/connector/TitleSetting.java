package com.opsatc.connector;

import com.opsatc.connector.spec.Setting;
import com.opsatc.contract.document.ProcessTitle;
import java.util.regex.Pattern;

/** What people call a process: as its connector says, and before that as whoever adds the source says. */
public final class TitleSetting {
    /** Name of the setting that every connector has. */
    public static final String NAME = "title";

    static final Setting DECLARED = new Setting(
            "What people call the process, such as Hospital cases: 1 to 60 letters, digits and plain signs.",
            false,
            null,
            null);
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ,.&'()/-]{0,59}");

    private TitleSetting() {}

    /**
     * The title of a process: the chosen one, else the declared one, else the words of its name.
     *
     * @param chosen empty where none was chosen; {@code declared} null where none is
     */
    static String title(String chosen, String declared, String process) {
        if (!chosen.isEmpty()) {
            return chosen;
        }

        return declared == null ? ProcessTitle.of(process) : declared;
    }

    /** Whether a text can stand in a sentence about a process without being taken for more than its name. */
    static boolean isTitle(String text) {
        return PLAIN.matcher(text).matches();
    }
}
