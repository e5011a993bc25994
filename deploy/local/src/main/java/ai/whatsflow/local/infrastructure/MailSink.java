package ai.whatsflow.local.infrastructure;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.component.Health;
import ai.whatsflow.local.component.Http;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.process.Jvm;
import ai.whatsflow.local.process.ManagedProcess;
import java.util.List;
import java.util.Map;

/** GreenMail: takes every mail and shows it over HTTP; the mails live as long as its process. */
public record MailSink(Home home, Ports ports, Archives archives, Http http) implements Component {

    @Override
    public ManagedProcess process() {
        return new ManagedProcess("mail", home);
    }

    @Override
    public List<Integer> listensOn() {
        return List.of(ports.of(Port.MAIL_API), ports.of(Port.SMTP));
    }

    @Override
    public void launch() {
        process()
                .launch(
                        Jvm.command(
                                "96m",
                                "-Dgreenmail.smtp.hostname=127.0.0.1",
                                "-Dgreenmail.smtp.port=" + ports.of(Port.SMTP),
                                "-Dgreenmail.auth.disabled",
                                "-Dgreenmail.api.hostname=127.0.0.1",
                                "-Dgreenmail.api.port=" + ports.of(Port.MAIL_API),
                                "-jar",
                                archives.mailSink().toString()),
                        Map.of());
    }

    @Override
    public Health health() {
        return http.probe(ports.url(Port.MAIL_API) + "/api/service/readiness");
    }
}
