package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.einlass.server.scan.TwoDesks.MUELLER;
import static org.einlass.server.scan.TwoDesks.OEZTUERK;
import static org.einlass.server.scan.TwoDesks.id;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.einlass.contract.code.Code;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.server.database.Databases;
import org.einlass.server.presence.Recomputation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What desks wrote down without the server leaves one state, in whatever order it arrives. */
final class DeskEditsInAnyOrderTest {
    @TempDir
    Path folder;

    @AutoClose
    private TwoDesks desks;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theSameDeskWorkInAnyOrderLeavesTheSameState(Databases database) {
        desks = new TwoDesks(database, folder);
        workAtTwoDesks();
        desks.first.contact();
        desks.second.contact();
        desks.kiosk.contact();
        List<Map.Entry<SimulatedDevice, JournalEntry>> all = new ArrayList<>();
        for (SimulatedDevice simulatedDevice : List.of(desks.first, desks.second, desks.kiosk)) {
            simulatedDevice.journal.forEach(entry -> all.add(Map.entry(simulatedDevice, entry)));
        }
        all.forEach(one -> one.getKey().deliver(List.of(one.getValue())));
        List<String> expected = state();
        assertThat(desks.congress.conflicts()).isNotEmpty();

        int rounds = database == Databases.SQLITE ? 16 : 4;
        for (int seed = 0; seed < rounds; seed++) {
            forgetTheDesks();
            Collections.shuffle(all, new Random(seed));
            for (Map.Entry<SimulatedDevice, JournalEntry> one : all) {
                one.getKey().deliver(List.of(one.getValue()));
            }
            assertThat(state()).as("seed " + seed).isEqualTo(expected);
            assertThat(desks.congress.differences()).as("seed " + seed).isEmpty();
        }
    }

    private void workAtTwoDesks() {
        List<Congress.Guest> guests = desks.congress.guests(6);
        SimulatedDevice.Made newcomer = desks.first.walkIn(OEZTUERK, "attendee");
        desks.first.undo(id(desks.second.walkIn(MUELLER, "kaiser")));
        step();
        desks.first.correct(newcomer.registration(), AttendeeField.FAMILY_NAME, "Öztürk", "Öztürk-Weber");
        desks.second.correct(newcomer.registration(), AttendeeField.FAMILY_NAME, "Öztürk", "Oeztuerk");
        step();
        desks.second.correct(newcomer.registration(), AttendeeField.FAMILY_NAME, "Öztürk-Weber", "Weber");
        SimulatedDevice.Made instead = desks.first.substitute(guests.get(0).registration(), MUELLER);
        desks.second.substitute(newcomer.registration(), MUELLER);
        desks.first.undo(id(instead));
        step();
        SimulatedDevice.Made second = desks.first.substitute(guests.get(0).registration(), OEZTUERK);
        desks.second.substitute(guests.get(1).registration(), MUELLER);
        desks.first.substitute(guests.get(1).registration(), OEZTUERK);
        desks.first.correct(guests.get(2).registration(), AttendeeField.TITLE, "", "Dr.");
        desks.second.correct(guests.get(2).registration(), AttendeeField.TITLE, "", "Prof.");
        step();
        SimulatedDevice.Made again =
                desks.second.reissue(guests.get(3).registration(), guests.get(3).badge());
        desks.first.undo(id(
                desks.first.reissue(guests.get(4).registration(), guests.get(4).badge())));
        SimulatedDevice.Made third = desks.first.reissue(newcomer.registration(), newcomer.badge());
        desks.second.paper(Congress.NORTH, guests.get(5).registration(), Congress.NINE.minusSeconds(600));
        desks.first.correct(new RegistrationId(new UUID(5, 5)), AttendeeField.TITLE, "", "Dr.");
        step();
        for (Code code : List.of(second.badge(), again.badge(), third.badge(), newcomer.badge())) {
            desks.kiosk.admitAlone(Congress.NORTH, code);
            step();
        }
        desks.kiosk.admitAlone(Congress.SOUTH, guests.get(5).ticket());
        desks.first.count("arena", 12);
    }

    private void step() {
        desks.congress.after(Duration.ofMinutes(1));
    }

    private void forgetTheDesks() {
        desks.congress.forgetFacts();
        desks.congress.execute("delete from letters");
        desks.congress.execute("delete from codes where registration in "
                + "(select registration from desk_fields where field = 'status' and base = '') or number = 2");
        desks.congress.execute("delete from registrations where id in "
                + "(select registration from desk_fields where field = 'status' and base = '')");
        desks.congress.execute("delete from desk_fields");
        desks.congress.execute("update codes set replaced_at = null");
        desks.congress.execute("update registrations set status = 'CONFIRMED', title = '', family_name = 'Muster'");
    }

    /** Everything that follows, but for versions, which count how often something changed. */
    private List<String> state() {
        List<String> state = new ArrayList<>(desks.congress.read(
                handle -> new Recomputation(desks.congress.seal()).fromProjection(handle, Congress.EVENT)));
        for (String query : List.of(
                "select id, status, category, title, given_name, family_name, organisation, booking_number, represents,"
                        + " created_at from registrations order by id",
                "select lookup, registration, number, replaced_at from codes order by lookup",
                "select registration, field, base, effective, absorbed from desk_fields order by registration, field",
                "select id, subject, proven, at from facts order by id",
                "select id, kind, subject, entries, settled from conflicts order by id")) {
            desks.congress.rows(query).forEach(row -> state.add(row.toString()));
        }
        return state;
    }
}
