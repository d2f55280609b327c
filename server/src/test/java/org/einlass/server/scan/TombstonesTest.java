package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.code.EventSecret;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.RosterRow;
import org.einlass.server.database.Databases;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.EventSecrets;
import org.einlass.server.feed.RosterAudience;
import org.einlass.server.feed.RosterService;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A registration goes, and devices that know its codes hear it. */
final class TombstonesTest {
    private static final ExternalCode SHOP = new ExternalCode("SHOP-1");

    @TempDir
    Path folder;

    private RosterService rosters(Congress congress) {
        return new RosterService(
                congress.store(), congress.codes(), congress.dataKeys(), folder.resolve("rosters"), congress.clock);
    }

    private static void remove(Congress congress, Congress.Guest guest) {
        Congress.await(congress.store().write(WriteKey.of(Congress.EVENT), transaction -> {
            congress.enrolment().remove(transaction, Congress.EVENT, guest.registration());
            return guest;
        }));
    }

    private static void link(Congress congress, Congress.Guest guest) {
        Congress.await(congress.store().write(WriteKey.of(Congress.EVENT), transaction -> {
            congress.enrolment().link(transaction, Congress.EVENT, guest.registration(), SHOP);
            return guest;
        }));
    }

    private static List<RosterRow> changes(RosterService rosters, RosterCursor before) {
        RosterChanges changes =
                rosters.changes(Congress.EVENT, before.incarnation(), before.number(), RosterAudience.DOORS);
        assertThat(rosters.changes(
                                Congress.EVENT,
                                changes.cursor().incarnation(),
                                changes.cursor().number(),
                                RosterAudience.DOORS)
                        .rows())
                .isEmpty();
        return changes.rows();
    }

    @ParameterizedTest
    @EnumSource
    void tellDevicesToForgetEveryCodeOfIt(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            RosterService rosters = rosters(congress);
            List<Congress.Guest> guests = congress.guests(2);
            RosterCursor before =
                    rosters.snapshot(Congress.EVENT, RosterAudience.DOORS).cursor();

            remove(congress, guests.get(0));

            assertThat(changes(rosters, before)).hasSize(2).allSatisfy(row -> {
                assertThat(row.entitlement()).isNull();
                assertThat(row.sealedBadge()).isNull();
                assertThat(row.registration()).isEqualTo(guests.get(0).registration());
                assertThat(row.version()).isEqualTo(2);
                assertThat(row.code())
                        .isIn(
                                congress.salt.lookupId(guests.get(0).ticket()),
                                congress.salt.lookupId(guests.get(0).badge()));
            });
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            assertThat(kiosk.scan(Congress.FRONT, guests.get(0).ticket()).refusal())
                    .isEqualTo(Refusal.UNKNOWN);
            assertThat(rosters(congress)
                            .snapshot(Congress.EVENT, RosterAudience.DOORS)
                            .rows())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void doNotStandForACodeThatLeadsToSomebodyElseNow(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            RosterService rosters = rosters(congress);
            List<Congress.Guest> guests = congress.guests(2);
            link(congress, guests.get(0));
            RosterCursor before =
                    rosters.snapshot(Congress.EVENT, RosterAudience.DOORS).cursor();

            remove(congress, guests.get(0));
            link(congress, guests.get(1));

            assertThat(changes(rosters, before).stream()
                            .filter(row -> row.code().equals(onDevices(congress))))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.registration()).isEqualTo(guests.get(1).registration());
                        assertThat(row.entitlement()).isNotNull();
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void nameACodeThatCanBeGuessedAsDevicesKnowIt(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            RosterService rosters = rosters(congress);
            Congress.Guest guest = congress.guest();
            link(congress, guest);
            RosterCursor before =
                    rosters.snapshot(Congress.EVENT, RosterAudience.DOORS).cursor();

            remove(congress, guest);

            assertThat(changes(rosters, before))
                    .allSatisfy(row -> assertThat(row.entitlement()).isNull())
                    .extracting(RosterRow::code)
                    .contains(onDevices(congress))
                    .doesNotContain(congress.salt.lookupId(SHOP));
        }
    }

    private static LookupId onDevices(Congress congress) {
        EventSecret secret = congress.store()
                .read(handle -> EventSecrets.lookup(handle, congress.seal(), Congress.EVENT))
                .secret();
        return Objects.requireNonNull(secret).lookupId(SHOP);
    }

    @ParameterizedTest
    @EnumSource
    void standForTheCodesOfATwin(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            RosterService rosters = rosters(congress);
            List<Congress.Guest> twins = congress.guests(2);
            congress.execute(
                    "update registrations set merged_into = ? where id = ?",
                    twins.get(0).registration().toString(),
                    twins.get(1).registration().toString());
            RosterCursor before =
                    rosters.snapshot(Congress.EVENT, RosterAudience.DOORS).cursor();

            remove(congress, twins.get(0));

            assertThat(changes(rosters, before)).hasSize(4);
            assertThat(congress.count("select count(*) from registrations")).isZero();
        }
    }
}
