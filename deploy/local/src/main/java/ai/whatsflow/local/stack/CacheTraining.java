package ai.whatsflow.local.stack;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.files.StartFailure;
import ai.whatsflow.local.node.NodeProcess;
import ai.whatsflow.local.service.AotTraining;
import ai.whatsflow.local.service.Application;
import ai.whatsflow.local.service.RecordedStart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Sees to it that applications have the ahead-of-time caches that let them start quickly. */
final class CacheTraining {

    private final LocalStack stack;
    private final Progress progress;

    CacheTraining(LocalStack stack, Progress progress) {
        this.stack = stack.startedBy(new RecordedStart(stack.home()));
        this.progress = progress;
    }

    /** Makes the caches that are missing: runs the platform once for it. Afterwards what they were missing for is down. */
    void train() {
        Exclusively.forPlatform(stack.home(), () -> {
            if (trainings().noneMatch(AotTraining::isNeeded)) {
                progress.say("  every application has its cache");
                return;
            }
            endUncached();
            new PlatformStart(stack, progress).bringUp(1, Set.of());
            endUncached();
            makeCaches();
        });
    }

    /** Makes the caches for which there is a recording of a run that has ended. One that fails is left out. */
    void finish() {
        if (AotTraining.anythingIsRecorded(stack.home())) {
            Exclusively.forPlatform(stack.home(), this::makeCaches);
        }
    }

    private void makeCaches() {
        progress.say("Making start-up caches, once per build:");
        Exclusively.forShared(stack.home(), "training", () -> {
            StartPlan plan = new StartPlan(Runtime.getRuntime().availableProcessors());
            trainings().forEach(training -> plan.add(training.artifact(), List.of(), () -> make(training)));
            plan.finish();
        });
        AotTraining.forgetRecordings(stack.home());
    }

    private void make(AotTraining training) {
        try {
            if (training.isNeeded() && training.isRecorded()) {
                progress.timed(training.artifact(), "cache made", training::finish);
            }
        } catch (StartFailure e) {
            progress.say("  " + training.artifact() + " goes without: " + e.getMessage());
        }
    }

    private void endUncached() {
        List<Component> uncached = new ArrayList<>();
        if (training(NodeProcess.ARTIFACT).isNeeded()) {
            uncached.addAll(stack.nodes(stack.nodeCount().remembered()));
        }
        stack.applications().stream()
                .filter(application -> training(application.name()).isNeeded())
                .forEach(uncached::add);
        new PlatformStop(stack, progress).stop(uncached);
    }

    private Stream<AotTraining> trainings() {
        return Stream.concat(
                Stream.of(training(NodeProcess.ARTIFACT)),
                Arrays.stream(Application.values()).map(application -> training(application.artifact())));
    }

    private AotTraining training(String artifact) {
        return new AotTraining(stack.home(), artifact);
    }
}
