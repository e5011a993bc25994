package ai.whatsflow.instance.node.web;

import ai.whatsflow.instance.InstanceProblem;
import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.instance.node.NodeTokens;
import ai.whatsflow.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers the {@link NodeCaller}, or ends the request with 401. */
@Component
class NodeCallerResolver implements HandlerMethodArgumentResolver {

    private static final String BEARER = "Bearer ";

    private final NodeTokens tokens;

    NodeCallerResolver(NodeTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == NodeCaller.class;
    }

    @Override
    public NodeCaller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BEARER)) {
            throw refused();
        }
        return tokens.verify(header.substring(BEARER.length())).orElseThrow(NodeCallerResolver::refused);
    }

    private static ProblemException refused() {
        return new ProblemException(
                InstanceProblem.NODE_TOKEN_INVALID, "Sign a token of at most 60 s with the key that was enrolled.");
    }
}
