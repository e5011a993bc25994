package ai.whatsflow.gateway.upstream;

import ai.whatsflow.gateway.exchange.PolicyOrder;
import ai.whatsflow.gateway.exchange.RequestContext;
import ai.whatsflow.gateway.problem.Rejection;
import ai.whatsflow.gateway.route.ApiRoute;
import ai.whatsflow.gateway.upstream.ServiceClients.ServiceClient;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.Connection;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Sends the request to its service and the answer back, part by part. It stands in the place of the gateway's two stock
 * routing filters: it copies each header once, straight between the connections, and counts bytes as they pass.
 */
@Component
final class ForwardToService implements GlobalFilter, Ordered {

    private final ServiceClients clients;
    private final OpenStreams streams;

    ForwardToService(ServiceClients clients, OpenStreams streams) {
        this.clients = clients;
        this.streams = streams;
    }

    @Override
    public int getOrder() {
        return PolicyOrder.FORWARDING.value();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        RequestContext context = RequestContext.of(exchange);
        ServiceClient client = clients.of(context.route());
        HttpServerRequest incoming = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        return client.by(exchange.getRequest().getMethod())
                .request(incoming.method())
                .uri(pathAndQuery(client, exchange.getRequest().getURI()))
                .send((outgoing, outbound) -> {
                    RequestHeaders.copy(incoming.requestHeaders(), outgoing.requestHeaders(), context);
                    return body(incoming, outbound, context.route());
                })
                .responseConnection((answer, connection) -> answer(exchange, context, client, answer, connection))
                .then();
    }

    private static String pathAndQuery(ServiceClient client, URI requested) {
        String query = requested.getRawQuery();
        String path = client.prefix().concat(requested.getRawPath());
        return query == null ? path : path + "?" + query;
    }

    private static Publisher<Void> body(HttpServerRequest incoming, NettyOutbound outbound, ApiRoute route) {
        HttpHeaders headers = incoming.requestHeaders();
        boolean measured = headers.contains(HttpHeaderNames.CONTENT_LENGTH);
        if (!measured && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            return outbound;
        }
        Flux<ByteBuf> body = incoming.receive().retain();
        if (!measured) {
            body = body.doOnNext(new BodyLimit(route.body().toBytes()));
        }
        return outbound.send(
                body.onErrorMap(error -> error instanceof Rejection ? error : new CallerGoneException(error)));
    }

    private Mono<Void> answer(
            ServerWebExchange exchange,
            RequestContext context,
            ServiceClient client,
            HttpClientResponse answer,
            Connection connection) {
        context.answered();
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(answer.status().code()));
        ResponseHeaders.copy(answer.responseHeaders(), response.getHeaders(), client.baseUrl());
        NettyDataBufferFactory buffers = (NettyDataBufferFactory) response.bufferFactory();
        Flux<DataBuffer> body = connection.inbound().receive().retain().map(part -> {
            context.sent(part.readableBytes());
            return buffers.wrap(part);
        });
        Mono<Void> written = context.route().stream()
                ? response.writeAndFlushWith(streams.endInTime(body, context).map(Flux::just))
                : response.writeWith(body);
        return written.doFinally(signal -> {
            if (signal != SignalType.ON_COMPLETE) {
                connection.dispose();
            }
        });
    }
}
