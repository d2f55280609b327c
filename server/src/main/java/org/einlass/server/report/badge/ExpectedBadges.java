package org.einlass.server.report.badge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.server.badge.BadgeSheet;
import org.einlass.server.badge.BadgeSheetTable;
import org.einlass.server.database.ServerKey;
import org.einlass.server.journal.FactTable;
import org.einlass.server.presence.Badges;
import org.einlass.server.registration.Entitlements;
import org.einlass.server.registration.RegistrationRange;
import org.einlass.server.report.GermanNameOrder;
import org.jdbi.v3.core.Handle;

/**
 * The badges that an event expects to need, beside the sheets that lie in its boxes, both of one moment: which
 * are to be printed, and which sheets are to be taken out.
 *
 * @param orders of all registrations that have a badge code
 * @param entitled those who may come
 * @param sheets those that nobody has pulled
 * @param handedOut prints that were handed out
 */
public record ExpectedBadges(
        Map<RegistrationId, BadgeOrder> orders,
        Set<RegistrationId> entitled,
        List<BadgeSheet> sheets,
        Set<String> handedOut) {
    private static final RegistrationRange EVERYBODY = new RegistrationRange("", "~");
    private static final Comparator<BadgeOrder> BY_NAME = Comparator.comparing(
                    BadgeOrder::attendee, GermanNameOrder.PEOPLE)
            .thenComparing(order -> order.registration().toString());

    /** As they are now. */
    public static ExpectedBadges of(Handle handle, EventId event, Badges badges) {
        Set<RegistrationId> entitled = new Entitlements()
                .within(handle, event, EVERYBODY).entrySet().stream()
                        .filter(one -> one.getValue().status() == RegistrationStatus.CONFIRMED)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        entitled.removeAll(Badges.merged(handle, event));
        return new ExpectedBadges(
                badges.within(handle, event, EVERYBODY),
                entitled,
                BadgeSheetTable.unpulled(handle, event),
                FactTable.handedOutPrints(handle, event));
    }

    /** A place without a name whose badge shows a role: "Begleitung 3". */
    private static boolean isRoleBadge(BadgeOrder order) {
        return !order.attendee().badgeName().isEmpty();
    }

    /** Those who may come and have a name, or a role, as lists sort them; whoever has a badge in hand among them. */
    List<BadgeOrder> byName() {
        return orders.values().stream()
                .filter(order -> entitled.contains(order.registration()))
                .filter(order -> !order.attendee().isUnnamed() || isRoleBadge(order))
                .sorted(BY_NAME)
                .toList();
    }

    /** The sheets that are to be handed out, by whom they are for. */
    Map<RegistrationId, BadgeSheet> current() {
        return sheets.stream()
                .filter(sheet -> sheet.isCurrent() && sheet.registration() != null)
                .collect(Collectors.toMap(BadgeSheet::registration, Function.identity(), (one, other) -> other));
    }

    /** The badges that are to be printed, in the order of names. */
    List<BadgeOrder> toPrint(BadgeRunRequest request, ServerKey key) {
        Map<RegistrationId, BadgeSheet> current = current();
        List<BadgeOrder> wanted = new ArrayList<>();
        for (BadgeOrder order : byName()) {
            BadgeSheet sheet = current.get(order.registration());
            boolean hasOne = order.printed() && order.boxed() == null;
            boolean fresh =
                    sheet != null && order.boxed() != null && sheet.content().equals(digest(order, key));
            if (!hasOne && isOf(order, request) && (request.again() || !fresh)) {
                wanted.add(order);
            }
        }
        return wanted;
    }

    private static boolean isOf(BadgeOrder order, BadgeRunRequest request) {
        String organisation = GermanNameOrder.key(order.attendee().organisation());
        return (request.category().isEmpty() || order.category().text().equals(request.category()))
                && (request.organisation().isEmpty()
                        || organisation.equals(GermanNameOrder.key(request.organisation())));
    }

    /** The sheets that lie in a box and are nobody's any more, or were printed anew, by box and number. */
    public List<BadgeSheet> toPull() {
        return sheets.stream().filter(this::isToBePulled).toList();
    }

    private boolean isToBePulled(BadgeSheet sheet) {
        RegistrationId registration = sheet.registration();
        if (registration == null || handedOut.contains(sheet.id().toString())) {
            return false;
        }
        BadgeOrder order = orders.get(registration);
        return sheet.replaced() || order == null || order.boxed() == null || !entitled.contains(registration);
    }

    /** What stands on a badge, by which a change is noticed and from which nothing can be read. */
    static String digest(BadgeOrder order, ServerKey key) {
        Attendee attendee = order.attendee();
        List<String> shown = new ArrayList<>(List.of(
                "badge sheet",
                order.registration().toString(),
                order.code(),
                attendee.title(),
                attendee.givenName(),
                attendee.particle(),
                attendee.familyName(),
                attendee.badgeName(),
                attendee.function(),
                attendee.organisation(),
                attendee.department(),
                order.category().text()));
        order.programmes().forEach(programme -> shown.add(programme.text()));
        byte[] digest = key.derive(String.join("\0", shown));
        return HexFormat.of().formatHex(digest, 0, 16);
    }
}
