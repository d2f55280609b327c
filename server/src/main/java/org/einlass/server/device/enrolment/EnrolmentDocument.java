package org.einlass.server.device.enrolment;

import java.util.List;
import org.einlass.contract.enrolment.PrinterName;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.server.device.DeviceKind;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser says of a device that is to enrol itself.
 *
 * @param device its id, of a device that is known already, too, which then gets another key; left out: the next free
 *     one of its kind
 * @param title how people call it; left out: its id
 * @param doors where it may scan, at least one; it starts at the first
 * @param printer on which it prints, as {@link PrinterName} writes it; left out: as before, or as its own settings say;
 *     empty: as its own settings say
 */
public record EnrolmentDocument(
        @Nullable DeviceKind kind,
        @Nullable DeviceId device,
        @Nullable String title,
        @Nullable List<DoorId> doors,
        @Nullable String printer) {}
