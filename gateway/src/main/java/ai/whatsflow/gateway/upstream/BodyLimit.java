package ai.whatsflow.gateway.upstream;

import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/** Counts a body of unannounced length while it passes; a new one for each request. */
final class BodyLimit implements Consumer<ByteBuf> {

    private final long limit;
    private long seen;

    BodyLimit(long limit) {
        this.limit = limit;
    }

    /** @throws Rejection when the body has grown past the limit; the part is released */
    @Override
    public void accept(ByteBuf part) {
        seen += part.readableBytes();
        if (seen > limit) {
            part.release();
            throw exceeded(limit);
        }
    }

    static Rejection exceeded(long limit) {
        return Rejection.of(GatewayProblem.TOO_LARGE, "This path takes at most " + limit + " bytes.");
    }
}
