package com.opsatc.connector.infer;

import com.opsatc.connector.infer.column.DayMonthOrder;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What whoever asks for a draft knows of the file. */
record Known(Optional<DayMonthOrder> dates, String encoding) {
    private static final String USUAL_ENCODING = "UTF-8";

    /** @throws PipelineException (configuration) for another name, or a value that means nothing */
    static Known of(Map<String, String> declared) {
        String dates = declared.getOrDefault("dates", "");
        String encoding = declared.getOrDefault("encoding", USUAL_ENCODING);
        for (String name : declared.keySet()) {
            if (!name.equals("dates") && !name.equals("encoding")) {
                throw refused("unknown setting " + name);
            }
        }
        if (!dates.isEmpty() && !dates.equals("dmy") && !dates.equals("mdy")) {
            throw refused("setting dates is none of [dmy, mdy]");
        }
        if (!isCharset(encoding)) {
            throw refused("setting encoding is no character set");
        }

        return new Known(
                dates.isEmpty() ? Optional.empty() : Optional.of(DayMonthOrder.valueOf(dates.toUpperCase(Locale.ROOT))),
                encoding);
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static PipelineException refused(String why) {
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot draft a connector: " + why
                        + "; its settings are [dates, encoding], given with --set dates=dmy, --set dates=mdy or --set"
                        + " encoding=windows-1252");
    }
}
