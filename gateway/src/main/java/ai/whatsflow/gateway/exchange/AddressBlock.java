package ai.whatsflow.gateway.exchange;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** An address or a CIDR block. Names are never resolved. */
record AddressBlock(byte[] network, int prefixLength) {

    static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw new IllegalArgumentException("gateway.trusted-proxies: not an address or CIDR block: " + text);
        }
        byte[] network = address.getAddress();
        int length = slash < 0 ? network.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (length < 0 || length > network.length * 8) {
            throw new IllegalArgumentException("gateway.trusted-proxies: no such prefix length: " + text);
        }
        return new AddressBlock(network, length);
    }

    static @Nullable InetAddress address(String literal) {
        try {
            return InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    boolean contains(InetAddress address) {
        byte[] candidate = address.getAddress();
        if (candidate.length != network.length) {
            return false;
        }
        int whole = prefixLength / 8;
        for (int i = 0; i < whole; i++) {
            if (candidate[i] != network[i]) {
                return false;
            }
        }
        int rest = prefixLength % 8;
        if (rest == 0) {
            return true;
        }
        int mask = 0xff << (8 - rest);
        return (candidate[whole] & mask) == (network[whole] & mask);
    }
}
