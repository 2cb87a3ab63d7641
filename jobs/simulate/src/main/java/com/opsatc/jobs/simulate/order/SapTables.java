package com.opsatc.jobs.simulate.order;

import com.opsatc.jobs.simulate.extract.ExportTable;
import com.opsatc.jobs.simulate.extract.ExportTable.BrokenRow;
import com.opsatc.jobs.simulate.order.Shipment.Item;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The orders as SAP's tables VBAK, VBAP, VBEP, LIKP and LIPS: dates YYYYMMDD, times HHMMSS in the system's zone, no date
 * as 00000000 or blank, numbers with leading zeros, a sign after the figure.
 */
public final class SapTables {
    /** Stands in every column that names a person; it must never be read. */
    public static final String PERSON_CANARY = "CANARY-ERNAM-";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);
    private static final String NO_DATE = "00000000";
    private static final String UNIT = "ST";
    private static final String NOBODYS_ORDER = "0000000001";
    private static final int FIRST_ORDER = 4_711_000;
    private static final int FIRST_DELIVERY = 80_000_000;

    private final List<List<String>> vbak = new ArrayList<>();
    private final List<List<String>> vbap = new ArrayList<>();
    private final List<List<String>> vbep = new ArrayList<>();
    private final List<List<String>> likp = new ArrayList<>();
    private final List<List<String>> lips = new ArrayList<>();
    private final String hostileMaterial;

    private SapTables(String hostileMaterial) {
        this.hostileMaterial = hostileMaterial;
    }

    /** @param hostileMaterial text that stands as the material of every 97th order's lines */
    public static List<ExportTable> of(List<Order> orders, String hostileMaterial) {
        SapTables tables = new SapTables(hostileMaterial);
        for (int i = 0; i < orders.size(); i++) {
            tables.order(i, orders.get(i));
        }

        tables.deliveries(orders);
        return tables.tables();
    }

    /** The number under which the order at that place of the list is stored. */
    public static String number(int index) {
        return tenDigits(FIRST_ORDER + index);
    }

    private List<ExportTable> tables() {
        List<String> badDate = new ArrayList<>(vbak.get(0));
        badDate.set(1, NOBODYS_ORDER);
        badDate.set(8, "20251399");
        List<String> badQuantity = new ArrayList<>(vbap.get(0));
        badQuantity.set(0, NOBODYS_ORDER);
        badQuantity.set(4, "12,5x");
        List<String> noOrder = new ArrayList<>(vbap.get(0));
        noOrder.set(0, "");
        return List.of(
                table(
                        "VBAK",
                        "MANDT,VBELN,AUART,VBTYP,VKORG,VTWEG,KUNNR,AUDAT,ERDAT,ERZET,AEDAT,VDATU,WAERK,LIFSK,ERNAM",
                        vbak,
                        new BrokenRow(badDate, "type", "ERDAT")),
                table(
                        "VBAP",
                        "VBELN,POSNR,MATNR,WERKS,KWMENG,VRKME,NETWR,PSTYV,ABGRU,UEBTO,UNTTO,ROUTE",
                        vbap,
                        new BrokenRow(badQuantity, "type", "KWMENG"),
                        new BrokenRow(noOrder, "required", "VBELN")),
                table("VBEP", "VBELN,POSNR,ETENR,EDATU,WMENG,BMENG,VRKME,WADAT", vbep),
                table("LIKP", "VBELN,LFART,ERDAT,ERZET,WADAT,WADAT_IST,LFDAT,KUNNR,VSTEL,ROUTE", likp),
                table("LIPS", "VBELN,POSNR,LFIMG,VRKME,VGBEL,VGPOS,WERKS", lips));
    }

    private static ExportTable table(String name, String columns, List<List<String>> rows, BrokenRow... broken) {
        return new ExportTable(name, List.of(columns.split(",", -1)), rows, List.of(broken));
    }

    private void order(int index, Order order) {
        String number = number(index);
        String day = order.created().format(DATE);
        String due = date(order.lines().stream().flatMap(l -> l.due().stream()).max(LocalDate::compareTo));
        vbak.add(List.of(
                "100",
                number,
                "TA",
                "C",
                "1000",
                "10",
                customer(index),
                day,
                day,
                order.created().format(TIME),
                NO_DATE,
                due,
                "EUR",
                "",
                PERSON_CANARY + index % 40));
        for (SimulatedLine line : order.lines()) {
            String position = sixDigits(line.position());
            String material = index % 97 == 5 ? hostileMaterial : line.material();
            // Every 50th order nets to a credit: its value carries SAP's trailing minus.
            String value = line.orderedMilli() / 10 + ".00" + (index % 50 == 7 ? "-" : "");
            vbap.add(List.of(
                    number,
                    position,
                    material,
                    "1000",
                    quantity(line.orderedMilli()),
                    UNIT,
                    value,
                    "TAN",
                    "",
                    "0.0",
                    "0.0",
                    "R1"));
            vbep.add(List.of(
                    number,
                    position,
                    "0001",
                    date(line.due()),
                    quantity(line.orderedMilli()),
                    quantity(line.orderedMilli()),
                    UNIT,
                    date(line.due())));
        }
    }

    private void deliveries(List<Order> orders) {
        record Numbered(int order, Shipment shipment) {}
        List<Numbered> all = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            for (Shipment shipment : orders.get(i).shipments()) {
                all.add(new Numbered(i, shipment));
            }
        }

        all.sort(Comparator.comparing((Numbered n) -> n.shipment().created()).thenComparing(Numbered::order));
        for (int i = 0; i < all.size(); i++) {
            Shipment shipment = all.get(i).shipment();
            String number = tenDigits(FIRST_DELIVERY + i);
            String planned = shipment.planned().format(DATE);
            // Not yet left: both spellings of no date occur.
            String left = shipment.goodsIssue().map(day -> day.format(DATE)).orElse(i % 2 == 0 ? NO_DATE : "");
            likp.add(List.of(
                    number,
                    "LF",
                    shipment.created().format(DATE),
                    shipment.created().format(TIME),
                    planned,
                    left,
                    planned,
                    customer(all.get(i).order()),
                    "1000",
                    "R1"));
            int position = 0;
            for (Item item : shipment.items()) {
                position++;
                lips.add(List.of(
                        number,
                        sixDigits(position),
                        quantity(item.quantityMilli()),
                        UNIT,
                        number(all.get(i).order()),
                        sixDigits(item.linePosition()),
                        "1000"));
            }
        }
    }

    private static String date(Optional<LocalDate> date) {
        return date.map(d -> d.format(DATE)).orElse(NO_DATE);
    }

    private static String quantity(long milli) {
        return String.format(Locale.ROOT, "%d.%03d", milli / 1000, milli % 1000);
    }

    private static String customer(int index) {
        return tenDigits(100_000 + index % 60);
    }

    private static String tenDigits(int number) {
        return String.format(Locale.ROOT, "%010d", number);
    }

    private static String sixDigits(int position) {
        return String.format(Locale.ROOT, "%06d", 10 * position);
    }
}
