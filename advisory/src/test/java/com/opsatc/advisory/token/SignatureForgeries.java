package com.opsatc.advisory.token;

import static com.opsatc.advisory.token.Forge.bytes;
import static com.opsatc.advisory.token.Forge.concat;
import static com.opsatc.advisory.token.Forge.encode;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens whose signature is not that of their header and claims, or not the one form of it. */
final class SignatureForgeries {
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private final GenuineToken genuine;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    private SignatureForgeries(GenuineToken genuine) {
        this.genuine = genuine;
    }

    static Map<String, String> of(GenuineToken genuine) {
        SignatureForgeries forgeries = new SignatureForgeries(genuine);
        forgeries.signatures();

        return forgeries.tokens;
    }

    private void signatures() {
        String input = encode(genuine.header()) + "." + encode(genuine.claims());
        byte[] good = Forge.signature(input, Forge.SEED);
        byte[] flipped = good.clone();
        flipped[10] ^= 1;
        tokens.put("signature with a flipped bit", input + "." + encode(flipped));
        tokens.put("signature cut", input + "." + encode(Arrays.copyOf(good, 63)));
        tokens.put("signature extended", input + "." + encode(Arrays.copyOf(good, 65)));
        tokens.put("signature twice", input + "." + encode(concat(good, good)));
        tokens.put("signature all zero", input + "." + encode(new byte[64]));
        tokens.put("signature of identity point", input + "." + encode(identity()));
        tokens.put("signature with S + L", input + "." + encode(malleated(good)));
        tokens.put("signature of another token", input + "." + encode(Forge.signature(input + "x", Forge.SEED)));
        String foreign = genuine.claims().replace("acme", "globex");
        tokens.put("claims exchanged", encode(genuine.header()) + "." + encode(foreign) + "." + encode(good));
    }

    private static byte[] identity() {
        byte[] signature = new byte[64];
        signature[0] = 1;
        return signature;
    }

    /** The same signature with S + L in place of S: verifiers that do not check S &lt; L accept it (RFC 8032, 5.1.7). */
    private static byte[] malleated(byte[] signature) {
        byte[] s = Arrays.copyOfRange(signature, 32, 64);
        BigInteger moved = new BigInteger(1, reversed(s)).add(ORDER);
        byte[] big = moved.toByteArray();
        byte[] out = Arrays.copyOf(signature, 64);
        Arrays.fill(out, 32, 64, (byte) 0);
        for (int i = 0; i < big.length && i < 32; i++) {
            out[32 + i] = big[big.length - 1 - i];
        }
        return out;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] out = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            out[i] = bytes[bytes.length - 1 - i];
        }
        return out;
    }
}
