package org.einlass.contract.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.einlass.contract.code.RecoveryKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BackupFormatTest {
    private static final int SEGMENT = BackupWriter.SEGMENT_BYTES;
    private static final int SEALED = SEGMENT + BackupFileKey.TAG_BYTES;

    private final RecoveryKey recovery = RecoveryKey.next(new Random(1));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 3 * SEGMENT - 7})
    void givesBackWhatWasWritten(int length) throws IOException {
        byte[] content = content(length);

        assertThat(read(written(content))).isEqualTo(content);
    }

    @Test
    void isReadAgainByTheKeyInMemory() throws IOException {
        byte[] content = content(SEGMENT + 10);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        BackupWriter writer = new BackupWriter(file, recovery.publicKey(), new Random(2));
        writer.write(content);
        writer.close();
        writer.close();

        try (BackupReader again = BackupReader.open(new ByteArrayInputStream(file.toByteArray()), writer.key())) {
            assertThat(again.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void isNotOpenedByAnotherRecoveryKey() throws IOException {
        byte[] file = written(content(100));
        RecoveryKey another = RecoveryKey.next(new Random(9));

        assertThatThrownBy(() -> BackupReader.open(new ByteArrayInputStream(file), another))
                .isInstanceOfSatisfying(
                        BackupException.class, e -> assertThat(e.fault()).isEqualTo(BackupFault.WRONG_KEY));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BackupHead.BYTES - 1,
                BackupHead.BYTES,
                BackupHead.BYTES + 5,
                BackupHead.BYTES + SEALED - 1,
                BackupHead.BYTES + SEALED,
                BackupHead.BYTES + SEALED + 1,
                BackupHead.BYTES + 2 * SEALED + 10
            })
    void saysThatAFileWasCut(int length) throws IOException {
        byte[] file = Arrays.copyOf(written(content(2 * SEGMENT + 1000)), length);

        refused(file).isEqualTo(BackupFault.CUT);
    }

    @Test
    void noticesWhatWasAddedAtTheEnd() throws IOException {
        byte[] file = written(content(SEGMENT));

        refused(Arrays.copyOf(file, file.length + 1)).isEqualTo(BackupFault.DAMAGED);
    }

    @Test
    void noticesEachChangedByteOfTheHeadAndADamagedSegment() throws IOException {
        byte[] file = written(content(SEGMENT + 100));

        for (int place = 0; place < BackupHead.BYTES; place++) {
            refused(changed(file, place)).isInstanceOf(BackupFault.class);
        }
        refused(changed(file, BackupHead.BYTES + 77)).isEqualTo(BackupFault.DAMAGED);
        refused(changed(file, file.length - 1)).isEqualTo(BackupFault.CUT);
    }

    @Test
    void noticesSwappedAndRepeatedSegments() throws IOException {
        byte[] file = written(content(3 * SEGMENT));
        byte[] swapped = file.clone();
        System.arraycopy(file, BackupHead.BYTES, swapped, BackupHead.BYTES + SEALED, SEALED);
        System.arraycopy(file, BackupHead.BYTES + SEALED, swapped, BackupHead.BYTES, SEALED);
        byte[] repeated = file.clone();
        System.arraycopy(file, BackupHead.BYTES, repeated, BackupHead.BYTES + SEALED, SEALED);

        refused(swapped).isEqualTo(BackupFault.DAMAGED);
        refused(repeated).isEqualTo(BackupFault.DAMAGED);
    }

    @Test
    void tellsOtherFilesAndLaterFormats() throws IOException {
        byte[] later = written(content(10));
        later[8] = 2;

        refused(new byte[0]).isEqualTo(BackupFault.NO_BACKUP);
        refused("SQLite format 3 and so on".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo(BackupFault.NO_BACKUP);
        refused(later).isEqualTo(BackupFault.NEWER);
    }

    private org.assertj.core.api.AbstractObjectAssert<?, BackupFault> refused(byte[] file) {
        AbstractThrowableAssert<?, ? extends Throwable> thrown =
                assertThatThrownBy(() -> read(file)).isInstanceOf(BackupException.class);
        return thrown.extracting(e -> ((BackupException) e).fault());
    }

    private byte[] read(byte[] file) throws IOException {
        try (BackupReader reader = BackupReader.open(new ByteArrayInputStream(file), recovery)) {
            return reader.readAllBytes();
        }
    }

    private byte[] written(byte[] content) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (BackupWriter writer = new BackupWriter(file, recovery.publicKey(), new Random(2))) {
            writer.write(content);
        }
        return file.toByteArray();
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(3).nextBytes(content);
        return content;
    }

    private static byte[] changed(byte[] file, int place) {
        byte[] changed = file.clone();
        changed[place] ^= 1;
        return changed;
    }
}
