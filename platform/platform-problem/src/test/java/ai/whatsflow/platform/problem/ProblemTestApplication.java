package ai.whatsflow.platform.problem;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
class ProblemTestApplication {

    record Line(@NotBlank String name, @Min(1) int quantity) {}

    record Order(@NotBlank String buyer, @Valid List<Line> lines) {}

    @RestController
    static class Orders {

        @PostMapping("/orders")
        Order order(@Valid @RequestBody Order order) {
            return order;
        }

        @GetMapping("/orders/{id}")
        String order(@PathVariable UUID id, @RequestParam(defaultValue = "1") @Max(10) int limit) {
            throw new ProblemException(PlatformProblem.CONFLICT, "It is being packed.")
                    .with("orderId", id)
                    .at("/state", "Wait until it is packed.")
                    .retryAfter(Duration.ofMillis(1_200));
        }

        @GetMapping("/killed-in-the-middle")
        String killed() {
            throw new TransactionSystemException("JDBC rollback failed");
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("the secret is 42");
        }
    }
}
