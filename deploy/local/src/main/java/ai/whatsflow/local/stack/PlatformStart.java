package ai.whatsflow.local.stack;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.infrastructure.Archives;
import ai.whatsflow.local.node.NodeProcess;
import ai.whatsflow.local.service.Application;
import ai.whatsflow.local.service.ApplicationImage;
import ai.whatsflow.local.service.LauncherImage;
import ai.whatsflow.local.service.ServiceProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
            bringUp(nodes, except);
        });
    }

    /** Without keeping others from the platform; the caller does. */
    void bringUp(int nodes, Set<String> except) {
        unpack(applications(except), nodes > 0);
        StartPlan plan = new StartPlan(Math.max(3, Runtime.getRuntime().availableProcessors()));
        infrastructure(plan);
        applications(plan, applications(except));
        nodes(plan, stack.nodes(nodes), applications(except));
        plan.finish();
    }

    public void upInfrastructure() {
        Exclusively.forPlatform(stack.home(), () -> {
            unpack(List.of(), false);
            StartPlan plan = new StartPlan(1);
            infrastructure(plan);
            plan.finish();
        });
    }

    public void up(Component component) {
        start.bringUp(component);
    }

    private void infrastructure(StartPlan plan) {
        add(plan, stack.postgres(), List.of());
        stack.independent().forEach(component -> add(plan, component, List.of()));
        add(plan, stack.keycloak(), List.of(stack.postgres().name()));
    }

    private List<ServiceProcess> applications(Set<String> except) {
        return stack.applications().stream()
                .filter(application -> !except.contains(application.name()))
                .toList();
    }

    /** Keycloak takes longest and starts beside the services; only the gateway is not ready without its keys. */
    private void applications(StartPlan plan, List<ServiceProcess> applications) {
        List<String> stores = Stream.concat(Stream.of(stack.postgres()), stack.independent().stream())
                .map(Component::name)
                .toList();
        List<String> all = new ArrayList<>(stores);
        all.add(stack.keycloak().name());
        List<String> needsOfGateway = List.copyOf(all);
        for (ServiceProcess application : applications) {
            boolean gateway = application.application() == Application.GATEWAY;
            plan.add(application.name(), gateway ? needsOfGateway : stores, () -> start.bringUp(application));
            all.add(application.name());
        }
        plan.addUncounted(
                DEMO_USERS,
                all,
                () -> progress.timed(DEMO_USERS, "done", () -> stack.users().provide()));
    }

    /** A node that is enrolled already needs nobody who could enrol it. */
    private void nodes(StartPlan plan, List<NodeProcess> nodes, List<ServiceProcess> applications) {
        List<String> platform = applications.stream()
                .filter(application -> application.application() != Application.GATEWAY)
                .map(Component::name)
                .toList();
        for (NodeProcess node : nodes) {
            plan.add(node.name(), node.isEnrolled() ? platform : List.of(DEMO_USERS), () -> start.bringUp(node));
        }
    }

    private void add(StartPlan plan, Component component, List<String> needs) {
        plan.addUncounted(component.name(), needs, () -> start.bringUp(component));
    }

    private void unpack(List<ServiceProcess> applications, boolean nodes) {
        Exclusively.forShared(stack.home(), "unpacking", () -> {
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
                extract(plan, NodeProcess.ARTIFACT);
            }
            progress.timed("unpacking", "done", plan::finish);
        });
    }

    private void extract(StartPlan plan, String artifact) {
        plan.add(artifact, List.of(), () -> new ApplicationImage(stack.home(), artifact).jar());
    }
}
