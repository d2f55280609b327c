package org.einlass.kiosk.store;

import java.nio.file.Path;
import org.einlass.contract.id.EpochId;

/** The store as nobody may run it: it says "durable" before the disk has it. Shows that the power-cut tests see losses. */
public final class CarelessStore {
    private CarelessStore() {}

    /** As {@link DeviceStore#open(Path, EpochId)}, with {@code synchronous = NORMAL}. */
    public static DeviceStore open(Path folder, EpochId epoch) {
        return DeviceStore.open(folder, epoch, DeviceDatabase.Durability.NORMAL);
    }
}
