/** Advice: the catalogue of levers, and recommendations, each a lever applied to published figures with what it would save. */
package com.opsatc.contract.advice;
