package ai.whatsflow.local.stack;

import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.files.Home;
import java.io.PrintStream;

/** Where a person finds things once the platform runs. */
public record Addresses(Ports ports, Home home) {

    public void print(PrintStream out) {
        out.printf("  gateway             %s%n", ports.url(Port.GATEWAY));
        out.printf("  API documentation   %s/docs%n", ports.url(Port.GATEWAY));
        out.printf("  Keycloak            %s (admin)%n", ports.url(Port.KEYCLOAK));
        out.printf("  mails               %s%n", ports.url(Port.MAIL_API));
        out.printf("  WhatsApp simulator  %s%n", ports.url(Port.SIMULATOR));
        out.printf("  PayHere simulator   %s%n", ports.url(Port.PAYHERE_SIMULATOR));
        out.printf("  credentials         %s%n", home.credentials());
    }
}
