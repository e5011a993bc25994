package ai.whatsflow.platform.outbox;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class OutboxTestApplication {}
