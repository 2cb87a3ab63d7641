package com.opsatc.jobs.cli.view;

import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.value.Channel;
import com.opsatc.contract.value.MoneyRange;
import com.opsatc.contract.value.ProcessValue;
import com.opsatc.contract.value.QuantityRange;
import com.opsatc.jobs.cli.output.Cell;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.List;
import java.util.stream.Stream;

/** What recommendations would be worth: each by channel, each channel together, and what is not said in money. */
final class WorthTables {
    private static final List<Column> WORTH = List.of(
            Column.coded("process", "process"),
            Column.text("recommendation", "recommendation"),
            Column.coded("channel", "channel"),
            Column.text("currency", "currency"),
            Column.count("p10_minor", "P10, minor units"),
            Column.count("p50_minor", "P50, minor units"),
            Column.count("p90_minor", "P90, minor units"),
            Column.text("worth", "P10 to P90"),
            Column.text("quantity", "of"),
            Column.text("rate", "rate"));
    private static final List<Column> NOT_IN_MONEY = List.of(
            Column.coded("process", "process"), Column.coded("channel", "channel"), Column.text("reason", "why"));

    private WorthTables() {}

    static Stream<DocumentView.Titled> of(RecommendationsDocument document) {
        return Stream.of(
                new DocumentView.Titled(
                        "worth",
                        "What it would be worth, channels apart",
                        new Table(WORTH, document.values().stream().flatMap(each -> worth(document, each)))),
                new DocumentView.Titled(
                        "not-in-money",
                        "Not said in money",
                        new Table(
                                NOT_IN_MONEY, document.values().stream().flatMap(each -> notInMoney(document, each)))));
    }

    private static Stream<List<Object>> worth(RecommendationsDocument document, ProcessValue value) {
        return Stream.concat(
                value.recommended().stream()
                        .map(each -> row(
                                document, value, each.recommendation(), each.channel(), each.money(), each.quantity())),
                value.totals().stream()
                        .map(each -> row(document, value, "together", each.channel(), each.money(), each.quantity())));
    }

    private static List<Object> row(
            RecommendationsDocument document,
            ProcessValue value,
            String of,
            Channel channel,
            MoneyRange money,
            QuantityRange quantity) {
        return Table.row(
                PlainNames.process(document.header(), value.process()),
                of,
                Cell.coded(channel.symbol(), channel.words()),
                money.currency(),
                money.p10(),
                money.p50(),
                money.p90(),
                money.text(),
                channel.quantity().text(quantity.low()) + " to "
                        + channel.quantity().text(quantity.high()),
                value.rateOf(channel).orElseThrow().cited());
    }

    private static Stream<List<Object>> notInMoney(RecommendationsDocument document, ProcessValue value) {
        return value.notValued().stream()
                .map(each -> Table.row(
                        PlainNames.process(document.header(), value.process()),
                        Cell.coded(each.channel().symbol(), each.channel().words()),
                        each.reason()));
    }
}
