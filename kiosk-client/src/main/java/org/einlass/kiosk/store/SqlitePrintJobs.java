package org.einlass.kiosk.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.queue.PrintJob;
import org.einlass.kiosk.queue.PrintJobs;

/** The print queue's memory, beside the journal: ids and stages, no names and no pages. */
final class SqlitePrintJobs implements PrintJobs {
    static final List<String> SCHEMA = List.of("""
            create table if not exists print_job (
                print text primary key,
                scan text not null,
                registration text not null,
                badge text not null,
                phase text not null,
                staff text,
                printer text not null,
                stage text not null check (stage in ('RENDERED', 'ACCEPTED', 'PRINTED', 'FAILED', 'UNCLEAR', 'HANDED_OVER'))
            )
            """, """
            create index if not exists print_job_open on print_job (stage)
                where stage in ('RENDERED', 'ACCEPTED', 'UNCLEAR')
            """);

    private static final String OPEN = """
            select print, scan, registration, badge, phase, staff, printer, stage from print_job
            where stage in ('RENDERED', 'ACCEPTED', 'UNCLEAR')
            """;

    private final DeviceDatabase deviceDatabase;

    SqlitePrintJobs(DeviceDatabase deviceDatabase) {
        this.deviceDatabase = deviceDatabase;
    }

    @Override
    public void keep(PrintJob job) {
        OperatorId staff = job.staff();
        use(open -> {
            try (PreparedStatement upsert = open.prepareStatement("""
                    insert into print_job (print, scan, registration, badge, phase, staff, printer, stage)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (print) do update set printer = excluded.printer, stage = excluded.stage
                    """)) {
                upsert.setString(1, job.print().toString());
                upsert.setString(2, job.scan().toString());
                upsert.setString(3, job.registration().toString());
                upsert.setString(4, job.badge().hex());
                upsert.setString(5, job.phase().name());
                upsert.setString(6, staff == null ? null : staff.toString());
                upsert.setString(7, job.printer());
                upsert.setString(8, job.stage().name());
                return upsert.executeUpdate();
            }
        });
    }

    @Override
    public List<PrintJob> open() {
        return use(open -> {
            try (PreparedStatement query = open.prepareStatement(OPEN + " order by rowid")) {
                return jobs(query.executeQuery());
            }
        });
    }

    private static List<PrintJob> jobs(ResultSet rows) throws SQLException {
        List<PrintJob> jobs = new ArrayList<>();
        while (rows.next()) {
            String staff = rows.getString("staff");
            jobs.add(new PrintJob(
                    EntryId.of(rows.getString("print")),
                    EntryId.of(rows.getString("scan")),
                    RegistrationId.of(rows.getString("registration")),
                    new LookupId(rows.getString("badge")),
                    Phase.valueOf(rows.getString("phase")),
                    staff == null ? null : new OperatorId(staff),
                    rows.getString("printer"),
                    PrintJob.Stage.valueOf(rows.getString("stage"))));
        }
        return jobs;
    }

    private <T> T use(DeviceDatabase.Work<T> work) {
        try {
            return deviceDatabase.use(work);
        } catch (SQLException broken) {
            throw new JournalException("The prints of this device cannot be read or written on its disk.", broken);
        }
    }
}
