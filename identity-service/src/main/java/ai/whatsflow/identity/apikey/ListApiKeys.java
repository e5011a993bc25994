package ai.whatsflow.identity.apikey;

import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.security.Caller;
import org.springframework.stereotype.Component;

@Component
public class ListApiKeys {

    private final ApiKeys keys;

    ListApiKeys(ApiKeys keys) {
        this.keys = keys;
    }

    /** The keys of the caller's own account, revoked ones too. */
    public Page<ApiKey> list(Caller caller, PageRequest page) {
        caller.require("api-keys:read");
        return Page.of(keys.list(caller.accountId(), page), page, ApiKey::id);
    }
}
