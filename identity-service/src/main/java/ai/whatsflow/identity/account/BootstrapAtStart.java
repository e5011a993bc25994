package ai.whatsflow.identity.account;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Runs before the service calls itself ready. */
@Component
class BootstrapAtStart implements ApplicationRunner {

    private final OpenRootAccount openRootAccount;

    BootstrapAtStart(OpenRootAccount openRootAccount) {
        this.openRootAccount = openRootAccount;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        openRootAccount.open();
    }
}
