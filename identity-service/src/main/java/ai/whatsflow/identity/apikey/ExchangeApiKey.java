package ai.whatsflow.identity.apikey;

import ai.whatsflow.identity.apikey.ApiKeys.HashedApiKey;
import ai.whatsflow.identity.token.IssueToken;
import ai.whatsflow.identity.token.IssuedToken;
import ai.whatsflow.platform.security.Permissions;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Turns a key into a token that lives for a minute at most. */
@Component
public class ExchangeApiKey {

    private static final byte[] NO_MAC = new byte[32];

    private final ApiKeys keys;
    private final ApiKeyHasher hasher;
    private final KeyHolders holders;
    private final ApiKeyUsage usage;
    private final IssueToken issueToken;

    ExchangeApiKey(ApiKeys keys, ApiKeyHasher hasher, KeyHolders holders, ApiKeyUsage usage, IssueToken issueToken) {
        this.keys = keys;
        this.hasher = hasher;
        this.holders = holders;
        this.usage = usage;
        this.issueToken = issueToken;
    }

    /** Empty for every key that must not work, with nothing that tells why. */
    public Optional<ExchangedApiKey> exchange(String text) {
        return ApiKeyText.parse(text)
                .flatMap(this::authentic)
                .filter(key -> key.status() == ApiKeyStatus.ACTIVE)
                .flatMap(this::token);
    }

    /** The same work for known and unknown prefixes, and a comparison whose time says nothing. */
    private Optional<ApiKey> authentic(ApiKeyText text) {
        Optional<HashedApiKey> stored = keys.withPrefix(text.prefix());
        byte[] expected = stored.map(HashedApiKey::mac).orElse(NO_MAC);
        boolean same = MessageDigest.isEqual(expected, hasher.hash(text));
        return same ? stored.map(HashedApiKey::key) : Optional.empty();
    }

    private Optional<ExchangedApiKey> token(ApiKey key) {
        return holders.permissionsOf(key).map(permissions -> {
            List<String> scopes = Permissions.intersect(permissions, Set.copyOf(key.scopes())).stream()
                    .sorted()
                    .toList();
            IssuedToken token = issueToken.issue(key.id(), key.userId(), key.accountId(), scopes);
            usage.used(key.id());
            return new ExchangedApiKey(key, token, scopes);
        });
    }

    public record ExchangedApiKey(ApiKey key, IssuedToken token, List<String> scopes) {}
}
