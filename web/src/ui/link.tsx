/** Mantine's link and button as links of the router: typed addresses, loaded before they are needed. */
import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type Native<Props> = Props & Omit<ComponentPropsWithRef<'a'>, keyof Props>;

const AnchorElement = (props: Native<AnchorProps>) => <Anchor {...props} />;
const ButtonElement = (props: Native<ButtonProps>) => <Button component="a" {...props} />;

export const PageLink = createLink(AnchorElement);
export const ButtonLink = createLink(ButtonElement);
