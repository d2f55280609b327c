package org.einlass.server.scan;

import org.einlass.server.answer.AnswerTable;
import org.einlass.server.answer.ClaimTable;
import org.einlass.server.journal.ClockContacts;
import org.einlass.server.journal.FactTable;
import org.einlass.server.journal.JournalListener;
import org.einlass.server.journal.QuarantineTable;
import org.einlass.server.presence.Badges;

/** What answering scans is made of. All parts are stateless. */
record ScanParts(
        ScanDecision decision,
        AnswerTable answers,
        ClaimTable claims,
        FactTable facts,
        QuarantineTable quarantine,
        ClockContacts clocks,
        JournalListener listener,
        Badges badges) {}
