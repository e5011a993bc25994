package ai.whatsflow.local.stack;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.component.Credentials;
import ai.whatsflow.local.component.Http;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.demo.DemoProgram;
import ai.whatsflow.local.fault.FaultLinks;
import ai.whatsflow.local.fault.FaultProxyProcess;
import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.files.StartFailure;
import ai.whatsflow.local.infrastructure.Archives;
import ai.whatsflow.local.infrastructure.Databases;
import ai.whatsflow.local.infrastructure.KafkaBroker;
import ai.whatsflow.local.infrastructure.KeycloakServer;
import ai.whatsflow.local.infrastructure.MailSink;
import ai.whatsflow.local.infrastructure.PostgresServer;
import ai.whatsflow.local.infrastructure.RedisServer;
import ai.whatsflow.local.infrastructure.TopicPlan;
import ai.whatsflow.local.node.NodeProcess;
import ai.whatsflow.local.people.DemoUsers;
import ai.whatsflow.local.people.KeycloakTokens;
import ai.whatsflow.local.service.Application;
import ai.whatsflow.local.service.ApplicationStart;
import ai.whatsflow.local.service.CachedStart;
import ai.whatsflow.local.service.RecordedStart;
import ai.whatsflow.local.service.ReplicaProcess;
import ai.whatsflow.local.service.ServiceEnvironment;
import ai.whatsflow.local.service.ServiceProcess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything one platform is made of. */
public final class LocalStack {

    private final Home home;
    private final Ports ports;
    private final ApplicationStart start;
    private final Credentials credentials;
    private final Http http = new Http();
    private final KeycloakTokens tokens;
    private final PostgresServer postgres;
    private final KeycloakServer keycloak;
    private final List<Component> besides;

    public LocalStack(Home home, Ports ports) {
        this(home, ports, Credentials.in(home.credentials()), new CachedStart(home));
    }

    private LocalStack(Home home, Ports ports, Credentials credentials, ApplicationStart start) {
        this.home = home;
        this.ports = ports;
        this.start = start;
        this.credentials = credentials;
        this.tokens = new KeycloakTokens(ports, http);
        Archives archives = new Archives(home);
        List<String> owners = new ArrayList<>(Application.databases());
        owners.add(KeycloakServer.DATABASE);
        Databases databases = new Databases(ports, credentials, owners);
        this.postgres = new PostgresServer(home, ports, archives, databases, credentials);
        this.keycloak = new KeycloakServer(home, ports, archives, databases, credentials, Application.clients(), http);
        FaultLinks links = new FaultLinks(home, ports);
        this.besides = new ArrayList<>(List.of(
                new KafkaBroker(
                        home, ports, archives, TopicPlan.read(home.root().resolve("deploy/local/topics.yaml"))),
                new RedisServer(home, ports, archives),
                new MailSink(home, ports, archives, http)));
        if (links.areOpen()) {
            besides.add(new FaultProxyProcess(links, new DemoProgram(home, ports).classPath(), http));
        }
    }

    /** The caches of applications are made like their jars: by the way, unless nothing is to be built. */
    public static LocalStack fromEnvironment() {
        Home home = Home.fromEnvironment();
        LocalStack stack = new LocalStack(home, Ports.fromEnvironment());
        boolean builds = System.getenv().getOrDefault("WHATSFLOW_NO_BUILD", "").isEmpty();
        return builds ? stack.startedBy(new RecordedStart(home)) : stack;
    }

    /** The same platform with its applications started in another way from now on. */
    public LocalStack startedBy(ApplicationStart other) {
        return new LocalStack(home, ports, credentials, other);
    }

    public Home home() {
        return home;
    }

    public Ports ports() {
        return ports;
    }

    public DemoUsers users() {
        return new DemoUsers(ports, credentials, tokens, http);
    }

    /** Kafka, Redis and the mail sink: what needs nothing else. */
    List<Component> independent() {
        return besides;
    }

    PostgresServer postgres() {
        return postgres;
    }

    KeycloakServer keycloak() {
        return keycloak;
    }

    List<ServiceProcess> applications() {
        return Arrays.stream(Application.values())
                .map(application -> new ServiceProcess(home, application, environment(), start, http))
                .toList();
    }

    List<NodeProcess> nodes(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new NodeProcess(home, ports, number, environment(), startOf(number), users(), http))
                .toList();
    }

    /** One node's run is recorded for all. */
    private ApplicationStart startOf(int node) {
        return node == 1 ? start : new CachedStart(home);
    }

    NodeCount nodeCount() {
        return new NodeCount(home);
    }

    /** In the order of their start. */
    public List<Component> components() {
        return Stream.of(
                        Stream.of(postgres, keycloak),
                        besides.stream(),
                        applications().stream(),
                        nodes(nodeCount().remembered()).stream())
                .<Component>flatMap(part -> part)
                .toList();
    }

    /** Second processes of services, started by name only. */
    List<ReplicaProcess> replicas() {
        return applications().stream().map(ReplicaProcess::new).toList();
    }

    public Component component(String name) {
        return Stream.concat(components().stream(), replicas().stream())
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StartFailure("There is no " + name + ", only "
                        + String.join(
                                ", ", components().stream().map(Component::name).toList())));
    }

    private ServiceEnvironment environment() {
        return new ServiceEnvironment(home, ports, credentials);
    }
}
