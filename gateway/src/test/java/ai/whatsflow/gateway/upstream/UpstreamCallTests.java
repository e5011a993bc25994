package ai.whatsflow.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.timeout.ReadTimeoutException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class UpstreamCallTests {

    private final CircuitBreaker breaker = CircuitBreaker.ofDefaults("service");
    private final UpstreamCall call = new UpstreamCall(breaker);

    @Test
    void countsAnUnreachableServiceAgainstIt() {
        assertThat(problem(call.failed(new ConnectException("refused"))))
                .isEqualTo(GatewayProblem.DEPENDENCY_UNAVAILABLE);
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
    }

    @Test
    void countsSilenceAgainstIt() {
        assertThat(problem(call.failed(ReadTimeoutException.INSTANCE))).isEqualTo(GatewayProblem.UPSTREAM_TIMEOUT);
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
    }

    @Test
    void countsACallersFaultForNobody() {
        assertThat(problem(call.failed(BodyLimit.exceeded(1)))).isEqualTo(GatewayProblem.TOO_LARGE);
        new UpstreamCall(breaker).failed(new CallerGoneException(new ConnectException()));
        assertThat(breaker.getMetrics().getNumberOfBufferedCalls()).isZero();
    }

    @Test
    void reportsOnce() {
        call.answered();
        call.failed(new ConnectException("the stream broke after an hour"));
        call.abandoned();

        assertThat(breaker.getMetrics().getNumberOfSuccessfulCalls()).isEqualTo(1);
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void countsAChunkedBodyAndReleasesThePartThatIsTooMuch() {
        BodyLimit limit = new BodyLimit(10);
        ByteBuf six = Unpooled.buffer().writeZero(6);
        limit.accept(six);
        assertThat(six.refCnt()).isEqualTo(1);
        ByteBuf five = Unpooled.buffer().writeZero(5);

        assertThatExceptionOfType(Rejection.class).isThrownBy(() -> limit.accept(five));
        assertThat(five.refCnt()).isZero();
        six.release();
    }

    private static GatewayProblem problem(Throwable error) {
        assertThat(error).isInstanceOf(Rejection.class);
        return ((Rejection) error).problem();
    }
}
