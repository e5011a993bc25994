package ai.whatsflow.gateway.exchange;

import org.springframework.web.server.ServerWebExchange;

/** Is told of every request once, when the last byte is written or the client is gone. Must not block or throw. */
public interface FinishedRequests {

    void observe(ServerWebExchange exchange, RequestContext context, boolean complete);
}
