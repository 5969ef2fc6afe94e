<?php
/**
 * Plugin Name: Remit Compare
 * Description: Shows what arrives, and what it costs, when money is sent from one country to another. From an OpenRemit that you choose.
 * Version: 1.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 * Text Domain: remit-compare
 *
 * No settings are stored, here or elsewhere: what is shown stands in the block or shortcode, and whose figures they are in
 * wp-config.php. Readers' browsers get the module from that OpenRemit, and only the one with the hash that stands there.
 * For readers without JavaScript this server keeps a short text of prices for some hours (remit_compare_lines).
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Attributes of the element, as a host may choose them. */
const REMIT_COMPARE_ATTRIBUTES = array( 'from', 'to', 'amount', 'amounts', 'currency', 'lang', 'theme' );

/**
 * Which OpenRemit, and which module of it. What wp-config.php says stands before what a block says.
 *
 * @param string $origin Such as https://openremit.example, as a block or shortcode says it.
 * @return array|null origin, version and integrity; null where one of them is missing or none.
 */
function remit_compare_settings( $origin ) {
	$settings = apply_filters(
		'remit_compare_settings',
		array(
			'origin'    => defined( 'REMIT_COMPARE_ORIGIN' ) ? REMIT_COMPARE_ORIGIN : $origin,
			'version'   => defined( 'REMIT_COMPARE_VERSION' ) ? REMIT_COMPARE_VERSION : '',
			'integrity' => defined( 'REMIT_COMPARE_INTEGRITY' ) ? REMIT_COMPARE_INTEGRITY : '',
		)
	);
	$shapes   = array(
		'origin'    => '~^https://[a-z0-9.-]+(:[0-9]+)?$~',
		'version'   => '~^[0-9]+\.[0-9]+\.[0-9]+$~',
		'integrity' => '~^sha384-[A-Za-z0-9+/]{64}$~',
	);
	foreach ( $shapes as $name => $shape ) {
		if ( ! isset( $settings[ $name ] ) || ! is_string( $settings[ $name ] ) || ! preg_match( $shape, $settings[ $name ] ) ) {
			return null;
		}
	}
	return $settings;
}

/**
 * The element; in it, for whoever has no JavaScript, a link and the best options.
 *
 * @param array|string $given Attributes of the block or shortcode.
 * @param string       $text  What stands between the tags of the shortcode: the words of the link.
 * @return string
 */
function remit_compare_render( $given, $text = '' ) {
	$defaults   = array_fill_keys( REMIT_COMPARE_ATTRIBUTES, '' );
	$defaults   = array_merge( $defaults, array( 'lang' => substr( get_bloginfo( 'language' ), 0, 2 ), 'origin' => '' ) );
	$attributes = array_map( 'strval', shortcode_atts( $defaults, is_array( $given ) ? $given : array(), 'remit_compare' ) );
	$corridor   = strtolower( $attributes['from'] . '-' . $attributes['to'] );
	$settings   = remit_compare_settings( $attributes['origin'] );
	if ( null === $settings || ! preg_match( '/^[a-z]{2}-[a-z]{2}$/', $corridor ) ) {
		return remit_compare_tell_editors( null === $settings );
	}
	remit_compare_enqueue( $settings );
	$named = '';
	foreach ( REMIT_COMPARE_ATTRIBUTES as $name ) {
		if ( '' !== $attributes[ $name ] ) {
			$named .= sprintf( ' %s="%s"', $name, esc_attr( $attributes[ $name ] ) );
		}
	}
	$asked = array_filter( array_intersect_key( $attributes, array_flip( array( 'lang', 'amount', 'currency' ) ) ), 'strlen' );
	$page  = $settings['origin'] . '/embed/' . $corridor . '?' . http_build_query( $asked );
	$words = '' === trim( $text ) ? __( 'Compare what arrives when you send money', 'remit-compare' ) : $text;
	$link  = sprintf( '<a href="%s">%s</a>', esc_url( $page ), esc_html( wp_strip_all_tags( $words ) ) );
	$lines = remit_compare_lines( remit_compare_text_address( $settings['origin'], $corridor, $attributes ) );
	$best  = array() === $lines ? '' : sprintf( '<br><span dir="auto">%s</span>', implode( '<br>', array_map( 'esc_html', $lines ) ) );
	return sprintf( '<remit-compare%s>%s%s</remit-compare>', $named, $link, $best );
}

/**
 * Where the OpenRemit says the best options of a route in a few lines.
 *
 * @param string $origin     Of remit_compare_settings().
 * @param string $corridor   Such as be-ma.
 * @param array  $attributes Of the element.
 * @return string
 */
function remit_compare_text_address( $origin, $corridor, $attributes ) {
	$asked = array_filter( array( 'pay' => $attributes['amount'], 'currency' => $attributes['currency'] ), 'strlen' );
	$lang  = preg_match( '/^[a-z]{2}/i', $attributes['lang'], $found ) ? strtolower( $found[0] ) : 'en';
	return $origin . '/' . $lang . '/' . $corridor . '/text' . ( array() === $asked ? '' : '?' . http_build_query( $asked ) );
}

/**
 * The best options as the OpenRemit says them, with the time they were checked. It is asked once in six hours, and where
 * that fails once in a quarter of an hour: never once a view, and by one view alone. Where wp-config.php says
 * REMIT_COMPARE_LINK_ONLY or WP_HTTP_BLOCK_EXTERNAL, it is never asked.
 *
 * @param string $address Of the text.
 * @return string[] Lines of plain text; none where they are not to be had.
 */
function remit_compare_lines( $address ) {
	if ( defined( 'REMIT_COMPARE_LINK_ONLY' ) && REMIT_COMPARE_LINK_ONLY ) {
		return array();
	}
	$key  = 'remit_compare_' . md5( $address );
	$text = get_transient( $key );
	if ( ! is_string( $text ) ) {
		set_transient( $key, '', 15 * MINUTE_IN_SECONDS );
		$answer = wp_safe_remote_get(
			$address,
			array(
				'timeout'             => 3,
				'redirection'         => 0,
				'limit_response_size' => 4096,
				'user-agent'          => 'remit-compare/1.1.0',
			)
		);
		$is_text = 200 === wp_remote_retrieve_response_code( $answer )
			&& 0 === strpos( (string) wp_remote_retrieve_header( $answer, 'content-type' ), 'text/plain' );
		$text    = $is_text ? trim( wp_check_invalid_utf8( wp_remote_retrieve_body( $answer ) ) ) : '';
		if ( '' !== $text ) {
			set_transient( $key, $text, 6 * HOUR_IN_SECONDS );
		}
	}
	// The address of the page is in the link already.
	return array_values( preg_grep( '~^(https?://.*)?$~', explode( "\n", $text ), PREG_GREP_INVERT ) );
}

/**
 * Prints the module once a page, at its end. A module whose bytes are not those of the hash is not run.
 *
 * @param array $settings As of remit_compare_settings().
 */
function remit_compare_enqueue( $settings ) {
	static $wanted = array();
	$source = $settings['origin'] . '/widget/' . $settings['version'] . '/remit-compare.js';
	if ( isset( $wanted[ $source ] ) ) {
		return;
	}
	$wanted[ $source ] = true;
	add_action(
		'wp_footer',
		function () use ( $settings, $source ) {
			wp_print_script_tag(
				array(
					'type'           => 'module',
					'src'            => esc_url_raw( $source ),
					'integrity'      => $settings['integrity'],
					'crossorigin'    => 'anonymous',
					'referrerpolicy' => 'no-referrer',
				)
			);
		}
	);
}

/**
 * Readers of the page see nothing of a mistake; who can mend it is told.
 *
 * @param bool $is_unset Whether it is the settings that are missing.
 * @return string
 */
function remit_compare_tell_editors( $is_unset ) {
	if ( ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	$told = $is_unset
		? __( 'Remit Compare: set REMIT_COMPARE_ORIGIN, REMIT_COMPARE_VERSION and REMIT_COMPARE_INTEGRITY in wp-config.php.', 'remit-compare' )
		: __( 'Remit Compare: say from which country to which, such as from="BE" to="MA".', 'remit-compare' );
	return '<p>' . esc_html( $told ) . '</p>';
}

add_shortcode( 'remit_compare', 'remit_compare_render' );
add_action(
	'init',
	function () {
		register_block_type(
			__DIR__,
			array(
				'render_callback' => function ( $attributes ) {
					return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), remit_compare_render( $attributes ) );
				},
			)
		);
	}
);
