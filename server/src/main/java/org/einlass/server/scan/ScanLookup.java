package org.einlass.server.scan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.einlass.contract.admission.AdmissionQuestion;
import org.einlass.contract.admission.CodeMatch;
import org.einlass.contract.admission.CodeOrigin;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.ScannedText;
import org.einlass.contract.grade.CodeGrade;
import org.einlass.contract.id.EventId;
import org.einlass.server.answer.IncomingScan;
import org.einlass.server.device.EventSecrets;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.Door;
import org.einlass.server.event.EventConfig;
import org.einlass.server.scan.CodeHolders.CodeHolder;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Looks up whom the codes of scans lead to, all of them at once. */
final class ScanLookup {
    private final CodeHolders codeHolders = new CodeHolders();
    private final CodeKeyTable keys;

    ScanLookup(CodeKeyTable keys) {
        this.keys = keys;
    }

    /**
     * The scans with what is known of their codes, in their order.
     *
     * @param scans at doors of the plan
     */
    List<ScanContext> contexts(Handle handle, EventConfig plan, List<IncomingScan> scans, Instant now) {
        Map<String, CodeHolder> holders = codeHolders.find(
                handle,
                plan.event(),
                scans.stream()
                        .map(IncomingScan::lookup)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                scans.stream().anyMatch(scan -> door(plan, scan).prints()));
        List<ScanContext> contexts = scans.stream()
                .map(scan -> context(
                        handle,
                        plan,
                        scan,
                        scan.lookup() == null ? null : holders.get(scan.lookup().hex()),
                        now))
                .toList();
        return contexts.stream().anyMatch(ScanContext::isLongMiss) && EventSecrets.anyLong(handle, plan.event())
                ? contexts.stream().map(ScanContext::amongLongGuesses).toList()
                : contexts;
    }

    private ScanContext context(
            Handle handle, EventConfig plan, IncomingScan scan, @Nullable CodeHolder holder, Instant now) {
        Door door = door(plan, scan);
        AdmissionQuestion asked = new AdmissionQuestion(
                door.settings(),
                plan.phase(),
                plan.calendar().moment(now, true),
                match(handle, plan.event(), scan, holder));
        return new ScanContext(scan, door, holder, asked, isGuessable(scan, holder));
    }

    /** By the form of the code, or by the list that brought it. */
    private static boolean isGuessable(IncomingScan scan, @Nullable CodeHolder holder) {
        return scan.grade().filter(CodeGrade.GUESSABLE::equals).isPresent() || (holder != null && holder.countedUp());
    }

    private static Door door(EventConfig plan, IncomingScan scan) {
        return plan.door(scan.scan().door()).orElseThrow();
    }

    private CodeMatch match(Handle handle, EventId event, IncomingScan scan, @Nullable CodeHolder holder) {
        Entitlement right = holder == null ? null : holder.right();
        if (holder == null || right == null) {
            return new CodeMatch.Unmatched(origin(handle, event, scan.text()));
        }
        return holder.revoked() ? new CodeMatch.Revoked() : new CodeMatch.Registered(right);
    }

    private CodeOrigin origin(Handle handle, EventId event, ScannedText text) {
        if (!(text instanceof Code code)) {
            return CodeOrigin.of(text);
        }
        return keys.maker(handle, code)
                .map(maker -> maker.equals(event) ? CodeOrigin.GENUINE : CodeOrigin.OTHER_EVENT)
                .orElse(CodeOrigin.NOT_GENUINE);
    }
}
