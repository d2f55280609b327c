package org.einlass.server.console.operation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.einlass.server.backup.BackupObstacle;
import org.einlass.server.backup.BackupService;
import org.einlass.server.backup.BackupState;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignedIn;
import org.jspecify.annotations.Nullable;

/** What the first page says of the backups to organisers of all events: how old the last good one is, and warnings. */
@Named
@RequestScoped
public class BackupNotice {
    private static final int HOURS_IN_WORDS = 48;

    @Inject
    private BackupService backups;

    @Inject
    private SignedIn signedIn;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    @Inject
    private Clock clock;

    private @Nullable BackupState read;

    private BackupState state() {
        BackupState known = read;
        if (known == null) {
            known = backups.state();
            read = known;
        }
        return known;
    }

    /** Whether the reader may know of the backups. */
    public boolean isPresent() {
        return signedIn.isOrganiser();
    }

    /** Whether nobody has to look after the backups. */
    public boolean isGood() {
        return !isWarning();
    }

    /** Whether somebody has to look after the backups. */
    public boolean isWarning() {
        return state().isOverdue(clock.instant()) || !state().reachable() || obstacle() != null;
    }

    public boolean isRunning() {
        return state().running();
    }

    /** How old the last good backup is. */
    public String getAge() {
        return state().last()
                .map(last -> state().age(clock.instant())
                        .map(age -> reader.say(
                                "backup.last", words(age), reader.moment(last.madeAt(), ZoneId.systemDefault())))
                        .orElseGet(() -> reader.say("backup.future")))
                .orElseGet(() -> reader.say("backup.none"));
    }

    private String words(Duration age) {
        if (age.toHours() < 1) {
            return reader.say("backup.minutes", age.toMinutes());
        }
        return age.toHours() < HOURS_IN_WORDS
                ? reader.say("backup.hours", age.toHours())
                : reader.say("backup.days", age.toDays());
    }

    /** Why the last attempt failed, and what to do; empty where it did not. */
    public String getProblem() {
        BackupObstacle why = obstacle();
        return why == null ? "" : reader.words(why.sentence()) + " " + reader.words(why.remedy());
    }

    private @Nullable BackupObstacle obstacle() {
        BackupState state = state();
        return state.reachable()
                ? state.obstacle()
                : Objects.requireNonNullElse(state.obstacle(), BackupObstacle.NO_FOLDER);
    }

    /** Where the backups are, and that this is the disk of the data where it is. */
    public String getPlace() {
        return reader.say(state().onDataDisk() ? "backup.samedisk" : "backup.place", state().folder());
    }

    /** Begins one; the page says what became of it when it is looked at again. */
    public void make() {
        if (!isPresent()) {
            return;
        }
        if (messages.done(backups::make)) {
            messages.good(reader.say("backup.begun"));
        }
        read = null;
    }
}
