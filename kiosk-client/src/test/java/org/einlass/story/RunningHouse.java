package org.einlass.story;

import java.nio.file.Path;
import org.einlass.launcher.DataFolder;
import org.einlass.launcher.ServerHome;
import org.einlass.launcher.ServerPlan;
import org.einlass.launcher.ServerProcess;

/** The server of a story: one address and one data folder, through any number of starts. */
public final class RunningHouse implements AutoCloseable {
    static final Path HOME = Path.of("../server/target/server");

    private final ServerPlan plan;
    private ServerProcess running;

    private RunningHouse(ServerPlan plan) throws InterruptedException {
        this.plan = plan;
        this.running = ServerProcess.start(plan);
    }

    /** Starts a server that keeps everything in {@code data}. */
    public static RunningHouse open(Path data) throws InterruptedException {
        return new RunningHouse(ServerPlan.local(new ServerHome(HOME), new DataFolder(data), 0)
                .withHttps(0)
                .with("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    }

    public ServerProcess server() {
        return running;
    }

    public Path organiserToken() {
        return plan.data().organiserToken();
    }

    /** The power goes. */
    void losesPower() throws InterruptedException {
        running.kill();
    }

    /** The power is back: the same data, at the same address. */
    void powerReturns() throws InterruptedException {
        running = ServerProcess.start(plan);
    }

    @Override
    public void close() {
        running.close();
    }
}
