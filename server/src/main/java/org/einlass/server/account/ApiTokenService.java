package org.einlass.server.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jspecify.annotations.Nullable;

/** Organisers make and revoke tokens for programs. Any thread may call it. */
public final class ApiTokenService {
    /** How many tokens of programs there may be that are not revoked. */
    static final int MOST = 500;

    private static final int LONGEST_NAME = 80;
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final Wording NAME = new Wording(
            "Der Name sagt in 1 bis 80 Zeichen, wozu das Token dient.",
            "The name says in 1 to 80 characters what the token is for.");
    private static final Wording ROLE = new Wording(
            "Ein Token hat die Rolle ORGANISER oder AUDITOR.", "A token has the role ORGANISER or AUDITOR.");
    private static final Wording EXPIRY = new Wording(
            "Ein Token endet in der Zukunft und nach höchstens 400 Tagen.",
            "A token ends in the future and after 400 days at most.");

    private static final Wording MANY =
            new Wording("Es gibt schon " + MOST + " Token.", "There are " + MOST + " tokens already.");
    private static final Wording REVOKE_SOME = new Wording(
            "Bitte zuerst Token sperren, die niemand mehr braucht.", "Revoke tokens first that nobody needs.");

    private final Store store;
    private final Accounts accounts;
    private final Clock clock;
    private final RandomGenerator chance;

    /** @param chance must be a {@link java.security.SecureRandom} outside tests */
    public ApiTokenService(Store store, Accounts accounts, Clock clock, RandomGenerator chance) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
        this.chance = chance;
    }

    /** A token that was made; its secret is told this once. */
    public record Made(Token secret, ApiToken token) {}

    /** All tokens that are not revoked, the newest first. */
    public List<ApiToken> all() {
        return store.read(ApiTokenTable::all);
    }

    /**
     * Makes a token.
     *
     * @param event the only event it may touch; absent for all
     * @throws Rejected where name, role or expiry will not do, or there are too many
     */
    public CompletionStage<Made> make(
            String name, @Nullable Role role, @Nullable EventId event, @Nullable Instant expires) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Rejected.badValue(NAME, "name");
        }
        if (role != Role.ORGANISER && role != Role.AUDITOR) {
            throw Rejected.badValue(ROLE, "role");
        }
        Instant now = clock.instant();
        if (expires == null || !expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            throw Rejected.badValue(EXPIRY, "expires");
        }
        Token secret = Token.next(chance);
        ApiToken token = new ApiToken(secret.id(), name, role, event, now, expires);
        AuditTrail trail = AuditTrail.of(AuditAction.TOKEN_MADE, event == null ? "" : event.text());
        return store.write(new WriteKey("", "", ""), transaction -> {
                    if (ApiTokenTable.all(transaction.handle()).size() >= MOST) {
                        throw Rejected.because(RejectionReason.CONFLICT).saying(MANY, REVOKE_SOME);
                    }
                    ApiTokenTable.add(transaction.handle(), secret, token);
                    trail.add(transaction, token.id(), now);
                    return new Made(secret, token);
                })
                .whenComplete((done, failed) -> accounts.forget());
    }

    /** Ends a token, on this node at once and on others within a second. */
    public CompletionStage<String> revoke(String id) {
        AuditTrail trail = AuditTrail.of(AuditAction.TOKEN_REVOKED, "");
        return store.write(new WriteKey("", "", ""), transaction -> {
                    if (!ApiTokenTable.revoke(transaction.handle(), id, clock.instant())) {
                        throw Rejected.because(RejectionReason.UNKNOWN_TOKEN);
                    }
                    trail.add(transaction, id, clock.instant());
                    return id;
                })
                .whenComplete((done, failed) -> accounts.forget());
    }
}
