package ai.whatsflow.simulator.web;

import ai.whatsflow.simulator.network.Conditions;
import ai.whatsflow.simulator.network.Conditions.Loss;
import ai.whatsflow.simulator.network.Conditions.Range;
import ai.whatsflow.simulator.network.Postman;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Latency and loss, changed while everything runs; what a request leaves out stays. */
@RestController
@RequestMapping("/simulator/v1/conditions")
class ConditionsController {

    record Millis(long minMillis, long maxMillis) {

        static Millis of(Range range) {
            return new Millis(range.min().toMillis(), range.max().toMillis());
        }

        Range range() {
            return new Range(Duration.ofMillis(minMillis), Duration.ofMillis(maxMillis));
        }
    }

    record Probabilities(double sends, double acks) {

        Loss loss() {
            return new Loss(sends, acks);
        }
    }

    record Request(
            @Nullable Millis delivered,
            @Nullable Millis read,
            @Nullable Probabilities loss) {}

    record Response(boolean simulated, Millis delivered, Millis read, Loss loss) {}

    private final Postman postman;

    ConditionsController(Postman postman) {
        this.postman = postman;
    }

    @GetMapping
    Response get() {
        Conditions now = postman.conditions();
        return new Response(true, Millis.of(now.delivered()), Millis.of(now.read()), now.loss());
    }

    @PutMapping
    Response change(@RequestBody Request request) {
        Conditions now = postman.conditions();
        try {
            postman.change(new Conditions(
                    request.delivered() == null
                            ? now.delivered()
                            : request.delivered().range(),
                    request.read() == null ? now.read() : request.read().range(),
                    request.loss() == null ? now.loss() : request.loss().loss()));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage());
        }
        return get();
    }
}
