package com.opsatc.jobs.schedule.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.schedule.declare.CatchUp;
import com.opsatc.jobs.schedule.declare.ScheduledJob;
import com.opsatc.tenancy.scope.Tenancy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A scheduler in a process of its own: it prints what it tells, ends its work when told to, and closes in order or is killed. */
final class SchedulerProcess implements AutoCloseable {
    private static final String END = "end";

    private final Process process;
    private final PrintStream in;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    SchedulerProcess(String job, Duration offset) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dopsatc.server.programs=" + System.getProperty("opsatc.server.programs"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SchedulerProcess.class.getName(),
                        TestQueue.home().toString(),
                        TestQueue.rootKey().toString(),
                        job,
                        offset.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "reads " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            return; // it was killed
        } finally {
            lines.add(END);
        }
    }

    String next() {
        try {
            String line = lines.poll(Waiting.MINUTES, TimeUnit.MINUTES);
            assertThat(line).as("a line in time").isNotNull();

            return line;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it said that was not yet asked for, without waiting. */
    List<String> said() {
        return List.copyOf(lines);
    }

    void finishWork() {
        in.println("finish");
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(Waiting.MINUTES, TimeUnit.MINUTES)).isTrue();
    }

    /** Closes in order, and returns what it said until its end and was not yet asked for. */
    List<String> stop() throws InterruptedException {
        in.println("stop");
        assertThat(process.waitFor(Waiting.MINUTES, TimeUnit.MINUTES)).isTrue();
        List<String> rest = new ArrayList<>();
        for (String line = next(); !line.equals(END); line = next()) {
            rest.add(line);
        }

        return rest;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Arguments: home, root key, job, offset of the clock. */
    public static void main(String[] arguments) throws IOException {
        CountDownLatch finish = new CountDownLatch(1);
        try (Tenancy tenancy = TestQueue.open(Path.of(arguments[0]), Path.of(arguments[1]));
                JobScheduler scheduler = JobScheduler.start(
                        Jobs.nightly(arguments[2], CatchUp.ONCE, 0),
                        new JobScheduler.Ground(
                                tenancy.jobQueue(),
                                () -> List.of(new TenantId("acme")),
                                new OffsetClock(Duration.parse(arguments[3])),
                                TestQueue.PACE),
                        (job, subject) -> work(finish, job),
                        new Printed());
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null && !line.equals("stop"); line = in.readLine()) {
                finish.countDown();
            }
        }
    }

    private static String work(CountDownLatch finish, ScheduledJob job) {
        try {
            return finish.await(job.limits().deadline().toSeconds(), TimeUnit.SECONDS) ? "worked" : "never told to end";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Printed implements JobJournal {
        @Override
        public void tell(JobEvent event) {
            System.out.println(KeptJournal.line(event));
        }

        @Override
        public void complain(String sentence) {
            System.out.println("COMPLAINT " + sentence);
        }
    }
}
