package ai.whatsflow.gateway.exchange;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Where a request comes from. X-Forwarded-For is believed only as far as the hops that wrote it are trusted proxies:
 * the right-most address that is not one of them is the client. Everybody else's claim is ignored.
 */
@Component
final class ClientAddress {

    private final List<AddressBlock> trusted;

    ClientAddress(EdgeProperties properties) {
        this.trusted =
                properties.trustedProxies().stream().map(AddressBlock::parse).toList();
    }

    String of(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        if (remote == null || remote.getAddress() == null) {
            return "unknown";
        }
        InetAddress peer = remote.getAddress();
        if (trusted.isEmpty() || !trusts(peer)) {
            return peer.getHostAddress();
        }
        List<String> claimed = claims(request.getHeaders().get("X-Forwarded-For"));
        for (int i = claimed.size() - 1; i >= 0; i--) {
            InetAddress hop = AddressBlock.address(claimed.get(i));
            if (hop == null) {
                break;
            }
            if (!trusts(hop)) {
                return hop.getHostAddress();
            }
        }
        return peer.getHostAddress();
    }

    private static List<String> claims(@Nullable List<String> headers) {
        List<String> claims = new ArrayList<>();
        if (headers != null) {
            for (String header : headers) {
                for (String part : header.split(",")) {
                    claims.add(part.strip());
                }
            }
        }
        return claims;
    }

    private boolean trusts(InetAddress address) {
        for (AddressBlock block : trusted) {
            if (block.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
