package com.opsatc.contract.document;

import com.opsatc.contract.rule.RuleFigures;
import java.util.List;

/** Published document {@code rules.json}: how far cases keep what is declared of their activities, by process in the order declared. */
public record RulesDocument(DocumentHeader header, List<RuleFigures> rules) {
    public RulesDocument {
        rules = List.copyOf(rules);
    }
}
