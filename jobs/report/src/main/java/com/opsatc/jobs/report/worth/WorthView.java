package com.opsatc.jobs.report.worth;

import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.value.Channel;
import com.opsatc.contract.value.ChannelTotal;
import com.opsatc.contract.value.ProcessValue;
import com.opsatc.contract.value.RecommendedValue;
import com.opsatc.contract.value.ValueRate;
import com.opsatc.jobs.report.csv.AdviceCsv;
import com.opsatc.jobs.report.csv.CsvLink;
import com.opsatc.jobs.report.part.FactText;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.List;

/**
 * What the recommendations of a process would be worth together: hours always, money by channel where the tenant declares a rate.
 *
 * @param time null where none of them saves time
 * @param notInMoney every channel without money, with the reason
 */
public record WorthView(String time, List<ChannelLine> channels, List<FactText> notInMoney, CsvLink csv) {
    /**
     * One channel.
     *
     * @param of how much of what it counts
     * @param rate version and date of the rate, and who states it, as a function
     * @param source where the rate is written: tenant text
     * @param notAdded ids that are not added, as they may be of the same promises; null where all are
     */
    public record ChannelLine(
            String channel,
            String p10,
            String p50,
            String p90,
            String of,
            String rate,
            String source,
            String notAdded) {}

    public static WorthView of(ProcessValue value, TenantId tenant) {
        return new WorthView(
                value.time().recommendations() == 0
                        ? null
                        : PageFigures.duration(value.time().conservativeUs()) + " to "
                                + PageFigures.duration(value.time().optimisticUs()),
                value.totals().stream().map(total -> line(value, total)).toList(),
                value.notValued().stream()
                        .map(each -> new FactText(each.channel().words(), Words.sentence(each.reason())))
                        .toList(),
                new AdviceCsv(tenant).worth(value.process(), value.totals()));
    }

    /** What one recommendation would be worth, a line a channel. */
    public static List<FactText> of(ProcessValue value, String recommendation) {
        return value.of(recommendation).stream().map(WorthView::fact).toList();
    }

    private static FactText fact(RecommendedValue worth) {
        return new FactText(
                "Worth, " + worth.channel().words(),
                worth.money().text(worth.money().p50()) + " (P10 to P90: "
                        + worth.money().text() + "), by version " + worth.rate() + " of the rate");
    }

    private static ChannelLine line(ProcessValue value, ChannelTotal total) {
        Channel channel = total.channel();
        ValueRate rate = value.rateOf(channel).orElseThrow();
        return new ChannelLine(
                channel.words(),
                total.money().text(total.money().p10()),
                total.money().text(total.money().p50()),
                total.money().text(total.money().p90()),
                channel.quantity().text(total.quantity().low()) + " to "
                        + channel.quantity().text(total.quantity().high()),
                "version " + rate.version() + " of " + PageFigures.date(rate.from()) + ", as " + rate.statedBy()
                        + " states",
                Words.sentence(rate.source()),
                total.notAdded().isEmpty() ? null : Words.sentence(String.join(", ", total.notAdded())));
    }
}
