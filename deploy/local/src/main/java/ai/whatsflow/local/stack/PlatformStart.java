package ai.whatsflow.local.stack;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.infrastructure.Archives;
import ai.whatsflow.local.node.NodeProcess;
import ai.whatsflow.local.service.ApplicationImage;
import ai.whatsflow.local.service.LauncherImage;
import ai.whatsflow.local.service.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Starts what is missing of the platform, in the order of need. */
public final class PlatformStart {

    private static final String DEMO_USERS = "demo users";

    private final LocalStack stack;
    private final Progress progress;
    private final ComponentStart start;

    public PlatformStart(LocalStack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
        this.start = new ComponentStart(progress);
    }

    public void up(int nodes, Set<String> except) {
        Exclusively.forPlatform(stack.home(), () -> {
            stack.nodeCount().remember(nodes);
            unpack(applications(except), nodes > 0);
            infrastructure();
            applications(applications(except), nodes);
        });
    }

    public void upInfrastructure() {
        Exclusively.forPlatform(stack.home(), () -> {
            unpack(List.of(), false);
            infrastructure();
        });
    }

    public void up(Component component) {
        start.bringUp(component);
    }

    private void infrastructure() {
        StartPlan plan = new StartPlan(Integer.MAX_VALUE);
        add(plan, stack.postgres(), List.of());
        stack.independent().forEach(component -> add(plan, component, List.of()));
        add(plan, stack.keycloak(), List.of(stack.postgres().name()));
        plan.finish();
    }

    private List<ServiceProcess> applications(Set<String> except) {
        return stack.applications().stream()
                .filter(application -> !except.contains(application.name()))
                .toList();
    }

    private void applications(List<ServiceProcess> applications, int nodes) {
        StartPlan plan = new StartPlan(Math.max(3, Runtime.getRuntime().availableProcessors()));
        List<String> started = new ArrayList<>();
        for (ServiceProcess application : applications) {
            add(plan, application, List.of());
            started.add(application.name());
        }
        plan.add(
                DEMO_USERS, started, () -> timed(DEMO_USERS, () -> stack.users().provide()));
        for (NodeProcess node : stack.nodes(nodes)) {
            add(plan, node, List.of(DEMO_USERS));
        }
        plan.finish();
    }

    private void add(StartPlan plan, Component component, List<String> needs) {
        plan.add(component.name(), needs, () -> start.bringUp(component));
    }

    private void unpack(List<ServiceProcess> applications, boolean nodes) {
        Exclusively.forShared(stack.home(), () -> {
            Archives archives = new Archives(stack.home());
            StartPlan plan = new StartPlan(Runtime.getRuntime().availableProcessors());
            plan.add("postgresql", List.of(), archives::postgres);
            plan.add("redis", List.of(), archives::redisServer);
            plan.add("mail", List.of(), archives::mailSink);
            plan.add("libraries", List.of(), archives::libraries);
            plan.add("keycloak", List.of(), () -> stack.keycloak().unpack());
            applications.forEach(application -> extract(plan, application.name()));
            if (nodes) {
                plan.add("launcher", List.of("libraries"), () -> new LauncherImage(stack.home()).classPath());
                extract(plan, "device-node");
            }
            timed("unpacking", plan::finish);
        });
    }

    private void extract(StartPlan plan, String artifact) {
        plan.add(artifact, List.of(), () -> new ApplicationImage(stack.home(), artifact).jar());
    }

    private void timed(String name, Runnable action) {
        long start = System.nanoTime();
        action.run();
        progress.done(name, "done", Duration.ofNanos(System.nanoTime() - start));
    }
}
