package com.opsatc.jobs.cli.view;

import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.jobs.cli.output.Cell;

/** What people call the things that documents have codes for. A code without words of its own is read as words. */
final class PlainNames {
    private PlainNames() {}

    static String of(String code) {
        return code.replace('-', ' ');
    }

    /** A code as a cell; null for none. */
    static Cell.Coded cell(String code) {
        return code == null ? null : Cell.coded(code, of(code));
    }

    static Cell.Coded cell(LogView view) {
        return Cell.coded(view.symbol(), view.words());
    }

    static Cell.Coded process(DocumentHeader header, String process) {
        return Cell.coded(process, header.titleOf(process));
    }
}
