package ai.whatsflow.payhere.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * The two MD5 signatures of PayHere's Checkout API. Neither covers the payment id, the custom fields or a time, so a
 * signed notification can be replayed and those fields can be forged: that is PayHere's rule, and it is kept.
 */
@Component
public final class MerchantSignature {
    private final String merchantId;
    private final String secretDigest;

    public MerchantSignature(PayhereProperties properties) {
        this.merchantId = properties.merchantId();
        this.secretDigest = md5(properties.merchantSecret());
    }

    /** Signature of a checkout form; {@code amount} exactly as it stands in the form. */
    public String ofCheckout(String orderId, String amount, String currency) {
        return md5(merchantId + orderId + amount + currency + secretDigest);
    }

    /** Signature of a notification; {@code amount} exactly as it stands in {@code payhere_amount}. */
    public String ofNotification(String orderId, String amount, String currency, int statusCode) {
        return md5(merchantId + orderId + amount + currency + statusCode + secretDigest);
    }

    static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
