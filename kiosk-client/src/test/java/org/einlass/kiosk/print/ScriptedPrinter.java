package org.einlass.kiosk.print;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeyValues;
import com.hp.jipp.encoding.Name;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.MediaCol;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.einlass.kiosk.print.ipp.PrinterUri;

/**
 * A printer on a port of this machine that speaks IPP and does what a test wants: runs out of paper, opens
 * its cover, forgets its jobs, takes a page and says nothing. A printed page is one whose job is completed.
 */
public final class ScriptedPrinter implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Job> jobs = new ArrayList<>();
    private List<String> reasons = List.of("none");
    private List<String> loaded = List.of("iso_a6_105x148mm");
    private List<String> formats = List.of("application/pdf");
    private List<String> sides = List.of("one-sided");
    private boolean stopped;
    private boolean accepting = true;
    private boolean printsAtOnce = true;
    private boolean tellsNothing;
    private boolean forgets;
    private boolean hidesNames;
    private boolean listsNoNames;
    private boolean takesSilently;
    private boolean listsNoJobs;
    private boolean givesBackLater;
    private int labelsLeft = -1;

    /** A job that this printer has taken. */
    public static final class Job {
        private final int number;
        private final String name;
        private final MediaCol media;
        private final byte[] document;
        private final String sides;
        private final long taken = System.nanoTime();
        private com.hp.jipp.model.JobState state = com.hp.jipp.model.JobState.pending;

        private Job(int number, String name, MediaCol media, byte[] document, String sides) {
            this.number = number;
            this.name = name;
            this.media = media;
            this.document = document;
            this.sides = sides;
        }

        /** {@code one-sided}, or how the sheet is turned over. */
        public String sides() {
            return sides;
        }

        public String name() {
            return name;
        }

        /** When all its bytes were there, by {@link System#nanoTime}. */
        public long taken() {
            return taken;
        }

        /** The size of paper that was asked for, in hundredths of a millimetre: {@code 10500x14800}. */
        public String paper() {
            MediaCol.MediaSize size = media.getMediaSize();
            return size.getXDimension() + "x" + size.getYDimension();
        }

        public byte[] document() {
            return document.clone();
        }
    }

    public ScriptedPrinter() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
        server.createContext("/ipp/print", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public PrinterUri uri() {
        return new PrinterUri(
                URI.create("ipp://127.0.0.1:" + server.getAddress().getPort() + "/ipp/print"));
    }

    /** Stands still, with these words for why. */
    public synchronized ScriptedPrinter stop(String... why) {
        stopped = true;
        reasons = List.of(why);
        return this;
    }

    /** Goes on, with these words beside it. */
    public synchronized ScriptedPrinter say(String... what) {
        stopped = false;
        reasons = List.of(what);
        return this;
    }

    /** Somebody has mended it: jobs that waited come out. */
    public synchronized void mend() {
        say("none");
        accepting = true;
        if (printsAtOnce) {
            finish();
        }
    }

    /** The roll is changed: from now on each job comes out at once. */
    public synchronized void printsAgain() {
        printsAtOnce = true;
        mend();
    }

    /** All that waits comes out. */
    public synchronized void finish() {
        jobs.stream()
                .filter(job -> job.state.getCode() < com.hp.jipp.model.JobState.canceled.getCode())
                .forEach(job -> job.state = com.hp.jipp.model.JobState.completed);
        if (forgets) {
            jobs.clear();
        }
    }

    /** Gives all up that waits. */
    public synchronized void abort() {
        jobs.stream()
                .filter(job -> job.state.getCode() < com.hp.jipp.model.JobState.canceled.getCode())
                .forEach(job -> job.state = com.hp.jipp.model.JobState.aborted);
    }

    /** Knows no more of what waits, as after a cold start; it remembers what it has printed. */
    public synchronized void losesWhatWaits() {
        jobs.removeIf(job -> job.state.getCode() < com.hp.jipp.model.JobState.canceled.getCode());
    }

    /** Knows no job any more and counts them from the beginning again, as CUPS does whose spool was emptied. */
    public synchronized void wipe() {
        jobs.clear();
    }

    /** Takes a cancellation and lets go of the job when the test says so, by {@link #abort}. */
    public synchronized ScriptedPrinter givesBackLater() {
        givesBackLater = true;
        return this;
    }

    public synchronized ScriptedPrinter rejecting() {
        accepting = false;
        return this;
    }

    public synchronized ScriptedPrinter load(String... media) {
        loaded = List.of(media);
        return this;
    }

    /** Counts the labels of its roll itself. */
    public synchronized ScriptedPrinter rollOf(int labels) {
        labelsLeft = labels;
        return this;
    }

    public synchronized ScriptedPrinter takes(String... mediaTypes) {
        formats = List.of(mediaTypes);
        return this;
    }

    /** Turns sheets over. */
    public synchronized ScriptedPrinter turnsSheetsOver() {
        sides = List.of("one-sided", "two-sided-long-edge", "two-sided-short-edge");
        return this;
    }

    /** Jobs come out when the test says so. */
    public synchronized ScriptedPrinter slow() {
        printsAtOnce = false;
        return this;
    }

    /** No state, no reasons, no media. */
    public synchronized ScriptedPrinter tellsNothing() {
        tellsNothing = true;
        return this;
    }

    /** Finished jobs are forgotten at once. */
    public synchronized ScriptedPrinter forgets() {
        forgets = true;
        jobs.removeIf(job -> job.state.equals(com.hp.jipp.model.JobState.completed));
        return this;
    }

    /** As one that keeps the names of jobs to itself. */
    public synchronized ScriptedPrinter hidesNames() {
        hidesNames = true;
        return this;
    }

    /** As CUPS does with finished jobs: it tells the name only to who asks for that one job. */
    public synchronized ScriptedPrinter listsNoNames() {
        listsNoNames = true;
        return this;
    }

    public synchronized ScriptedPrinter listsNoJobs() {
        listsNoJobs = true;
        return this;
    }

    /** Takes jobs, prints them, and cuts the line before it has said so. */
    public synchronized ScriptedPrinter takesSilently(boolean silently) {
        takesSilently = silently;
        return this;
    }

    public synchronized List<Job> jobs() {
        return List.copyOf(jobs);
    }

    /** Names of the jobs that came out as paper. */
    public synchronized List<String> printed() {
        return jobs.stream()
                .filter(job -> job.state.equals(com.hp.jipp.model.JobState.completed))
                .map(Job::name)
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            IppInputStream in = new IppInputStream(exchange.getRequestBody());
            IppPacket question = in.readPacket();
            byte[] document = in.readAllBytes();
            IppPacket answer = answer(question, document);
            if (takesSilently && question.getOperation().equals(Operation.printJob)) {
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/ipp");
            exchange.sendResponseHeaders(200, 0);
            try (IppOutputStream out = new IppOutputStream(exchange.getResponseBody())) {
                out.write(answer);
            }
        }
    }

    private synchronized IppPacket answer(IppPacket question, byte[] document) {
        Operation operation = question.getOperation();
        if (operation.equals(Operation.getPrinterAttributes)) {
            return attributes(question);
        }
        if (operation.equals(Operation.printJob)) {
            return print(question, document);
        }
        if (operation.equals(Operation.getJobs)) {
            return list(question);
        }
        return one(question);
    }

    private IppPacket attributes(IppPacket question) {
        IppPacket.Builder answer = response(question, Status.successfulOk);
        if (tellsNothing) {
            return answer.build();
        }
        if (!loaded.isEmpty()) {
            answer.putPrinterAttributes(Types.mediaReady.of(
                    loaded.stream().map(com.hp.jipp.encoding.KeywordOrName::new).toList()));
        }
        if (labelsLeft >= 0) {
            answer.putPrinterAttributes(Types.printerInputTray.of(new KeyValues(
                    "type", "continuousRoll", "maxcapacity", "300", "level", String.valueOf(labelsLeft))));
        }
        return answer.putPrinterAttributes(
                        Types.printerState.of(stopped ? PrinterState.stopped : PrinterState.idle),
                        Types.printerStateReasons.of(reasons),
                        Types.printerIsAcceptingJobs.of(accepting),
                        Types.documentFormatSupported.of(formats),
                        Types.sidesSupported.of(sides))
                .build();
    }

    private IppPacket print(IppPacket question, byte[] document) {
        if (!accepting) {
            return response(question, Status.serverErrorNotAcceptingJobs).build();
        }
        Name name = question.getValue(Tag.operationAttributes, Types.jobName);
        MediaCol media = question.getValue(Tag.jobAttributes, Types.mediaCol);
        Job job = new Job(
                1 + jobs.stream().mapToInt(earlier -> earlier.number).max().orElse(0),
                name.getValue(),
                media,
                document,
                question.getString(Tag.jobAttributes, Types.sides));
        jobs.add(job);
        IppPacket answer = response(question, Status.successfulOk)
                .addGroup(group(job, true))
                .build();
        if (printsAtOnce && !stopped) {
            finish();
        }
        return answer;
    }

    private IppPacket list(IppPacket question) {
        if (listsNoJobs) {
            return response(question, Status.serverErrorOperationNotSupported).build();
        }
        boolean finished = "completed".equals(question.getString(Tag.operationAttributes, Types.whichJobs));
        IppPacket.Builder answer = response(question, Status.successfulOk);
        jobs.stream()
                .filter(job -> finished == job.state.getCode() >= com.hp.jipp.model.JobState.canceled.getCode())
                .sorted(Comparator.comparing(job -> -job.number))
                .forEach(job -> answer.addGroup(group(job, !hidesNames && !listsNoNames)));
        return answer.build();
    }

    private IppPacket one(IppPacket question) {
        int number = question.getValue(Tag.operationAttributes, Types.jobId);
        Job job = jobs.stream()
                .filter(known -> known.number == number)
                .findFirst()
                .orElse(null);
        if (job == null) {
            return response(question, Status.clientErrorNotFound).build();
        }
        if (question.getOperation().equals(Operation.cancelJob)
                && !givesBackLater
                && job.state.getCode() < com.hp.jipp.model.JobState.canceled.getCode()) {
            job.state = com.hp.jipp.model.JobState.canceled;
        }
        return response(question, Status.successfulOk)
                .addGroup(group(job, !hidesNames))
                .build();
    }

    private AttributeGroup group(Job job, boolean named) {
        return named
                ? AttributeGroup.groupOf(
                        Tag.jobAttributes,
                        Types.jobId.of(job.number),
                        Types.jobName.of(job.name),
                        Types.jobState.of(state(job)))
                : AttributeGroup.groupOf(Tag.jobAttributes, Types.jobId.of(job.number), Types.jobState.of(state(job)));
    }

    private com.hp.jipp.model.JobState state(Job job) {
        boolean stuck = stopped && job.state.equals(com.hp.jipp.model.JobState.pending);
        return stuck ? com.hp.jipp.model.JobState.processingStopped : job.state;
    }

    private static IppPacket.Builder response(IppPacket question, Status status) {
        IppPacket.Builder answer = new IppPacket.Builder(status, question.getRequestId());
        return answer.putOperationAttributes(
                Types.attributesCharset.of("utf-8"), Types.attributesNaturalLanguage.of("en"));
    }

    /** Off the net. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
