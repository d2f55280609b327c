package org.einlass.proof.powercut;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.einlass.proof.powercut.DiskCall.FolderSynced;
import org.einlass.proof.powercut.DiskCall.Opened;
import org.einlass.proof.powercut.DiskCall.Removed;
import org.einlass.proof.powercut.DiskCall.Resized;
import org.einlass.proof.powercut.DiskCall.Synced;
import org.einlass.proof.powercut.DiskCall.Written;

/**
 * A folder on a disk that promises no more than POSIX does: bytes are there once their file was synced, and a
 * name once its folder was. Until then each sector may be there or not, in any order.
 */
final class CrashDisk {
    private final Map<String, Content> names = new TreeMap<>();
    private Map<String, Content> durableNames = Map.of();

    /** A file's bytes, under whatever name. */
    private static final class Content {
        private byte[] durable = new byte[0];
        private final List<DiskCall> pending = new ArrayList<>();
    }

    /** The program went one step on. */
    void take(DiskCall call) {
        if (call instanceof Opened opened) {
            open(opened);
        } else if (call instanceof Written written) {
            content(written.file()).pending.add(written);
        } else if (call instanceof Resized resized) {
            content(resized.file()).pending.add(resized);
        } else if (call instanceof Synced synced) {
            sync(content(synced.file()));
        } else if (call instanceof Removed removed) {
            names.remove(removed.file());
        } else if (call instanceof FolderSynced) {
            durableNames = Map.copyOf(names);
        }
    }

    private void open(Opened opened) {
        Content content = names.computeIfAbsent(opened.file(), name -> new Content());
        if (opened.emptied()) {
            content.pending.add(new Resized(opened.file(), 0));
        }
    }

    private Content content(String file) {
        Content content = names.get(file);
        if (content == null) {
            throw new IllegalStateException("The recording changes " + file + ", which it never opened.");
        }
        return content;
    }

    private static void sync(Content content) {
        content.durable = Survival.ALL.of(content.durable, content.pending);
        content.pending.clear();
    }

    /** Whether a cut now would leave one state only. */
    boolean isSettled() {
        return names.equals(durableNames) && names.values().stream().allMatch(content -> content.pending.isEmpty());
    }

    /** The files by name, as they are found when the power comes back. */
    Map<String, byte[]> after(Survival survival) {
        Set<String> known = new TreeSet<>(names.keySet());
        known.addAll(durableNames.keySet());
        Map<String, byte[]> found = new TreeMap<>();
        for (String name : known) {
            boolean sameName = names.get(name) == durableNames.get(name);
            Content content = sameName || survival.keeps() ? names.get(name) : durableNames.get(name);
            if (content != null) {
                found.put(name, survival.of(content.durable, content.pending));
            }
        }
        return found;
    }
}
