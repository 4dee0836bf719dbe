package org.interurban.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Our own server on a folder as a process of its own, which can be killed and which ends as the application does. */
class EmbeddedServerProcess {

    private static final String READY = "ready";

    private EmbeddedServerProcess() {}

    public static void main(String[] arguments) throws Exception {
        new DatabaseSetup.Own().embeddedServer(new DataFolder(Path.of(arguments[0])));
        System.out.println(READY);
        new CountDownLatch(1).await();
    }

    /** Reads what the process says until it is ready, or until it has ended without that. */
    static List<String> untilReady(Process process) throws IOException {
        var said = new ArrayList<String>();
        for (var line = "";
                line != null && !line.equals(READY);
                line = process.inputReader().readLine()) {
            said.add(line);
        }
        return said;
    }

    static Process start(Path data) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedServerProcess.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
    }
}
