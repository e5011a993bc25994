package ai.whatsflow.local.infrastructure;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.component.Health;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.fault.FaultLinks;
import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.files.PrivateFile;
import ai.whatsflow.local.process.Jvm;
import ai.whatsflow.local.process.ManagedProcess;
import ai.whatsflow.local.process.OneShot;
import ai.whatsflow.local.process.PortHolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/** One Kafka broker that is its own KRaft controller. */
public record KafkaBroker(Home home, Ports ports, Archives archives, TopicPlan plan) implements Component {

    @Override
    public ManagedProcess process() {
        return new ManagedProcess("kafka", home);
    }

    @Override
    public List<Integer> listensOn() {
        return List.of(ports.of(Port.KAFKA), ports.of(Port.KAFKA_CONTROLLER));
    }

    @Override
    public void launch() {
        Path data = home.data("kafka");
        Path settings = home.run("kafka.properties");
        PrivateFile.write(settings, settings(data) + proxied());
        if (!Files.exists(data.resolve("meta.properties"))) {
            new OneShot("Formatting Kafka's data directory", home.log("kafka-format"))
                    .run(
                            Jvm.command(
                                    "256m",
                                    "-cp",
                                    archives.libraries(),
                                    "kafka.tools.StorageTool",
                                    "format",
                                    "--standalone",
                                    "--cluster-id",
                                    Uuid.randomUuid().toString(),
                                    "--config",
                                    settings.toString()),
                            Map.of());
        }
        process()
                .launch(
                        Jvm.command(
                                "256m",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                                "-cp",
                                archives.libraries(),
                                "kafka.Kafka",
                                settings.toString()),
                        Map.of());
    }

    @Override
    public Health health() {
        if (PortHolder.isFree(ports.of(Port.KAFKA))) {
            return Health.down("does not listen");
        }
        return topics().answer() ? Health.UP : Health.down("does not answer");
    }

    @Override
    public void prepare() {
        topics().provide();
    }

    private Topics topics() {
        return new Topics(ports, plan);
    }

    private String settings(Path data) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=3
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=3
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                group.consumer.min.session.timeout.ms=3000
                group.consumer.session.timeout.ms=3000
                group.consumer.min.heartbeat.interval.ms=500
                group.consumer.heartbeat.interval.ms=1000
                log.segment.bytes=67108864
                log.cleaner.dedupe.buffer.size=33554432
                """.formatted(ports.of(Port.KAFKA), ports.of(Port.KAFKA_CONTROLLER), data);
    }

    /** A broker tells its clients where it is: those that come through the proxy have to be told the proxy's port. */
    private String proxied() {
        FaultLinks links = new FaultLinks(home, ports);
        return links.areOpen()
                ? """
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d,PROXIED://127.0.0.1:%3$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,PROXIED://127.0.0.1:%4$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,PROXIED:PLAINTEXT
                inter.broker.listener.name=PLAINTEXT
                """.formatted(
                                ports.of(Port.KAFKA),
                                ports.of(Port.KAFKA_CONTROLLER),
                                ports.of(Port.KAFKA_BEHIND_PROXY),
                                links.kafka().port())
                : "";
    }
}
