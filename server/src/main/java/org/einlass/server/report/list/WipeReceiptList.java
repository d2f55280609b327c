package org.einlass.server.report.list;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.einlass.contract.wire.WipeReceipt;
import org.einlass.contract.wire.WipeState;
import org.einlass.reports.list.PrintedList;
import org.einlass.reports.list.TableValue;
import org.einlass.server.device.DeviceService.Wipe;
import org.einlass.server.event.EventDocument;

/** The receipts of wiped devices: when each was ordered and acknowledged, what is no more, what a person has to remove. */
public final class WipeReceiptList {
    private static final String NOTHING = "\u2013";

    private final EventDocument event;
    private final Locale locale;
    private final ListWords words;

    WipeReceiptList(EventDocument event, Locale locale) {
        this.event = event;
        this.locale = locale;
        this.words = new ListWords(event, locale);
    }

    PrintedList of(List<Wipe> wipes, Instant now) {
        long waiting =
                wipes.stream().filter(wipe -> wipe.state().wipedAt() == null).count();
        return new PrintedList(
                words.say("Quittungen gelöschter Geräte", "Receipts of wiped devices"),
                event.title().in(locale),
                words.say(
                        "Geräte: " + wipes.size() + ", davon noch ohne Quittung: " + waiting
                                + ". Das Journal eines Geräts bleibt; es enthält keine Namen.",
                        "Devices: " + wipes.size() + ", without a receipt so far: " + waiting
                                + ". A device's journal stays; it holds no names."),
                now,
                event.zone(),
                locale,
                List.of(
                        words.say("Gerät", "Device"),
                        words.say("Gelöscht wurde", "Destroyed"),
                        words.say("Von Hand zu entfernen", "To be removed by hand"),
                        words.say("Angeordnet, quittiert", "Ordered, acknowledged")),
                List.of(
                        words.say("Gerät", "Device"),
                        words.say("Gelöscht wurde", "Destroyed"),
                        words.say("Von Hand zu entfernen", "To be removed by hand"),
                        words.say("Angeordnet", "Ordered"),
                        words.say("Quittiert", "Acknowledged")),
                "",
                false,
                wipes.stream().map(this::row).toList());
    }

    private PrintedList.Row row(Wipe wipe) {
        WipeState state = wipe.state();
        String done = state.wipedAt() == null ? NOTHING : words.moment(state.wipedAt());
        String destroyed = destroyed(state, locale);
        String kept = kept(state, locale);
        return new PrintedList.Row(
                "",
                List.of(wipe.title(), shown(destroyed), shown(kept), words.moment(state.orderedAt()) + ", " + done),
                List.of(
                        TableValue.of(wipe.title()),
                        TableValue.of(destroyed),
                        TableValue.of(kept),
                        TableValue.of(state.orderedAt()),
                        state.wipedAt() == null ? TableValue.nothing() : TableValue.of(state.wipedAt())));
    }

    private static String shown(String text) {
        return text.isEmpty() ? NOTHING : text;
    }

    /** What is no more, in words; empty before the receipt. */
    public static String destroyed(WipeState state, Locale locale) {
        return state.destroyed().stream()
                .map(word -> WipeReceipt.Destroyed.of(word)
                        .map(known -> known.wording().in(locale))
                        .orElse(word))
                .collect(Collectors.joining(", "));
    }

    /** What a person has to remove at the device, in words; empty where nothing is left. */
    public static String kept(WipeState state, Locale locale) {
        return state.kept().stream()
                .map(word -> WipeReceipt.Kept.of(word)
                        .map(known -> known.wording().in(locale))
                        .orElse(word))
                .collect(Collectors.joining(", "));
    }
}
